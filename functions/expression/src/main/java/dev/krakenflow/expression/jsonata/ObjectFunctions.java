package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import dev.krakenflow.json.JsonNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions on objects and on values of any kind. */
final class ObjectFunctions {

    private ObjectFunctions() {}

    static List<GuardedFunction> all(Guard guard) {
        return List.of(
                new GuardedFunction("each", "<o-f:a>", "each", guard, ObjectFunctions::each),
                new GuardedFunction("sift", "<o-f?:o>", "sift", guard, ObjectFunctions::sift),
                new GuardedFunction("clone", "<(oa)-:o>", "functionClone", guard, ObjectFunctions::clone),
                new GuardedFunction("type", "<x:s>", "type", guard, (it, meter) -> type(it)),
                new GuardedFunction("eval", "<sx?:x>", "functionEval", guard, (it, meter) -> {
                    throw it.fail("is not available");
                }));
    }

    private static @Nullable Object each(Arguments it, Meter meter) throws Throwable {
        Map<?, ?> object = it.object(0);
        if (object == null) {
            return null;
        }
        List<Object> results = Utils.createSequence();
        for (Map.Entry<?, ?> member : object.entrySet()) {
            Object result = apply(it, object, member, meter);
            if (result != null) {
                results.add(result);
            }
        }
        return results;
    }

    private static @Nullable Object sift(Arguments it, Meter meter) throws Throwable {
        Map<?, ?> object = it.object(0);
        if (object == null) {
            return null;
        }
        Map<Object, Object> kept = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : object.entrySet()) {
            if (Jsonata.boolize(apply(it, object, member, meter))) {
                kept.put(member.getKey(), member.getValue());
            }
            meter.release();
        }
        return kept.isEmpty() ? null : kept;
    }

    private static @Nullable Object apply(Arguments it, Map<?, ?> object, Map.Entry<?, ?> member, Meter meter)
            throws Throwable {
        Object function = it.value(1);
        return ListFunctions.apply(
                function, Functions.hofFuncArgs(function, member.getValue(), member.getKey(), object), meter);
    }

    private static @Nullable Object clone(Arguments it, Meter meter) {
        Object value = it.value(0);
        return value == null ? null : Copies.of(value, meter);
    }

    private static @Nullable String type(Arguments it) {
        Object value = it.value(0);
        return value == JsonNull.VALUE ? "null" : Functions.type(value);
    }
}
