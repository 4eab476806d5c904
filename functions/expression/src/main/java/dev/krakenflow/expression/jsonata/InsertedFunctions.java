package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Utils;
import com.dashjoin.jsonata.Utils.JList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that rewriting puts into sources; see {@link Inserted}. */
final class InsertedFunctions {

    private static final String ONE_OBJECT_OR_LIST = "<(oa):o>";

    private final Guard guard;

    InsertedFunctions(Guard guard) {
        this.guard = guard;
    }

    Map<String, JFunction> all() {
        return Map.of(
                Inserted.CONCATENATE, function((it, meter) -> concatenation(it.values(), meter)),
                Inserted.FUNCTION_ONLY, function((it, meter) -> functionOnly(it.value(0))),
                Inserted.UNSHARED, function((it, meter) -> unshared(it.value(0))),
                Inserted.WILDCARD, function((it, meter) -> fields(it.value(0), meter)),
                Inserted.TRANSFORM, function((it, meter) -> transformer(it)),
                Inserted.QUOTIENT, function((it, meter) -> Division.quotient(it)),
                Inserted.REMAINDER, function((it, meter) -> Division.remainder(it)),
                Inserted.EQUAL, function(Equality::equal),
                Inserted.UNEQUAL, function(Equality::unequal),
                Inserted.IN, function(Equality::isIn));
    }

    private JFunction function(GuardedFunction.Body body) {
        return new JFunction(
                (input, arguments) -> body.apply(new Arguments("function", (List<?>) arguments), guard.meter()), null);
    }

    private static String concatenation(List<?> parts, Meter meter) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            String next = Texts.of(part, meter);
            meter.checkLength((long) text.length() + next.length());
            text.append(next);
        }
        return text.toString();
    }

    private static Object functionOnly(@Nullable Object value) {
        if (Functions.isLambda(value) || Utils.isFunction(value)) {
            return java.util.Objects.requireNonNull(value);
        }
        throw new FunctionException("expected a function to call; functions begin with $");
    }

    private static @Nullable Object unshared(@Nullable Object value) {
        return value instanceof List<?> list && list.isEmpty() ? new ArrayList<>() : value;
    }

    /**
     * The values of an object, or the elements of a list, with what is in lists in place of the lists. Where there is a
     * list among them, even an empty one, they stay a list, as with the library; else one value stands for itself.
     */
    private static @Nullable Object fields(@Nullable Object value, Meter meter) {
        Collection<?> values = switch (value) {
            case Map<?, ?> object -> object.values();
            case List<?> list -> list;
            case null, default -> List.of();
        };
        List<Object> found = values.stream().anyMatch(List.class::isInstance) ? new JList<>() : Utils.createSequence();
        values.forEach(each -> flatten(each, found, meter));
        return found;
    }

    private static void flatten(Object value, List<Object> found, Meter meter) {
        meter.work(1);
        if (value instanceof List<?> list) {
            list.forEach(element -> flatten(element, found, meter));
        } else {
            found.add(value);
        }
    }

    private JFunction transformer(Arguments transform) {
        return new JFunction(
                (input, arguments) -> transformed(transform, ((List<?>) arguments).getFirst(), guard.meter()),
                ONE_OBJECT_OR_LIST);
    }

    private static @Nullable Object transformed(Arguments transform, @Nullable Object value, Meter meter)
            throws Throwable {
        if (value == null) {
            return null;
        }
        Object copy = Copies.of(value, meter);
        Object matches = ListFunctions.apply(transform.value(0), List.of(copy), meter);
        for (Object match : matches instanceof List<?> list ? new ArrayList<>(list) : single(matches)) {
            change(transform, match, meter);
        }
        meter.changed(copy);
        return copy;
    }

    private static List<?> single(@Nullable Object value) {
        return value == null ? List.of() : List.of(value);
    }

    @SuppressWarnings("unchecked")
    private static void change(Arguments transform, Object match, Meter meter) throws Throwable {
        Object update = ListFunctions.apply(transform.value(1), List.of(match), meter);
        if (update != null) {
            if (!(update instanceof Map && match instanceof Map)) {
                throw new FunctionException("expected objects to match and an object to update them with");
            }
            // A copy, because the update may hold the match itself, which would then hold itself.
            ((Map<Object, Object>) match).putAll((Map<Object, Object>) Copies.of(update, meter));
            meter.changed(match);
        }
        Object names =
                transform.value(2) == null ? null : ListFunctions.apply(transform.value(2), List.of(match), meter);
        for (Object name : names instanceof List<?> list ? list : single(names)) {
            if (!(name instanceof String)) {
                throw new FunctionException("expected strings as names to delete");
            }
            if (match instanceof Map<?, ?> object) {
                object.remove(name);
            }
        }
    }
}
