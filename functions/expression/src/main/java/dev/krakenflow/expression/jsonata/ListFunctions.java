package dev.krakenflow.expression.jsonata;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Functions on lists: those that call functions or take the library more than one walk are done by us. */
final class ListFunctions {

    private ListFunctions() {}

    static List<SignedFunction> all(Guard guard) {
        return List.of(
                new GuardedFunction("map", "<af>", "map", guard, ListFunctions::map),
                new GuardedFunction("filter", "<af>", "filter", guard, ListFunctions::filter),
                new GuardedFunction("single", "<af?>", "single", guard, ListFunctions::single),
                new GuardedFunction("reduce", "<afj?:j>", "foldLeft", guard, ListFunctions::reduce),
                new GuardedFunction("sort", "<af?:a>", "sort", guard, Sorting::sort),
                new GuardedFunction("distinct", "<x:x>", "distinct", guard, ListFunctions::distinct),
                new GuardedFunction("spread", "<x-:a<o>>", "spread", guard, ListFunctions::spread),
                new SignedFunction("sum", "<a<n>:n>", "sum"),
                new SignedFunction("count", "<a:n>", "count"),
                new SignedFunction("max", "<a<n>:n>", "max"),
                new SignedFunction("min", "<a<n>:n>", "min"),
                new SignedFunction("average", "<a<n>:n>", "average"),
                new SignedFunction("merge", "<a<o>:o>", "merge"),
                new SignedFunction("zip", "<a+>", "zip"),
                new SignedFunction("reverse", "<a:a>", "reverse"),
                new SignedFunction("shuffle", "<a:a>", "shuffle"));
    }

    private static @Nullable Object map(Arguments it, Meter meter) throws Throwable {
        List<?> list = it.list(0);
        if (list == null) {
            return null;
        }
        List<Object> mapped = Utils.createSequence();
        for (int i = 0; i < list.size(); i++) {
            Object result = apply(it, list, i, meter);
            if (result != null) {
                mapped.add(result);
            }
        }
        return mapped;
    }

    private static @Nullable Object filter(Arguments it, Meter meter) throws Throwable {
        List<?> list = it.list(0);
        if (list == null) {
            return null;
        }
        List<Object> kept = Utils.createSequence();
        for (int i = 0; i < list.size(); i++) {
            if (Jsonata.boolize(apply(it, list, i, meter))) {
                kept.add(list.get(i));
            }
            meter.release();
        }
        return kept;
    }

    private static @Nullable Object single(Arguments it, Meter meter) throws Throwable {
        List<?> list = it.list(0);
        if (list == null) {
            return null;
        }
        List<Object> found = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (it.value(1) == null || Jsonata.boolize(apply(it, list, i, meter))) {
                found.add(list.get(i));
            }
            meter.release();
        }
        if (found.size() != 1) {
            throw it.fail("needs exactly one match, but there are " + found.size());
        }
        return found.getFirst();
    }

    private static @Nullable Object reduce(Arguments it, Meter meter) throws Throwable {
        List<?> list = it.list(0);
        Object function = it.value(1);
        if (list == null) {
            return null;
        }
        int parameters = Functions.getFunctionArity(function);
        if (parameters < 2) {
            throw it.fail("needs a function of at least two parameters");
        }
        Object result = it.value(2);
        int i = 0;
        if (result == null && !list.isEmpty()) {
            result = list.get(i++);
        }
        for (; i < list.size(); i++) {
            List<Object> arguments = new ArrayList<>();
            arguments.add(result);
            arguments.add(list.get(i));
            if (parameters > 2) {
                arguments.add(i);
            }
            if (parameters > 3) {
                arguments.add(list);
            }
            result = apply(function, arguments, meter);
            meter.release();
        }
        return result;
    }

    private static @Nullable Object apply(Arguments it, List<?> list, int index, Meter meter) throws Throwable {
        Object function = it.value(1);
        return apply(function, Functions.hofFuncArgs(function, list.get(index), index, list), meter);
    }

    /** Calls a function that was given as an argument. */
    static @Nullable Object apply(@Nullable Object function, List<?> arguments, Meter meter) throws Throwable {
        meter.work(1);
        Object result = Functions.funcApply(function, arguments);
        meter.check(result);
        return result;
    }

    private static @Nullable Object distinct(Arguments it, Meter meter) {
        if (!(it.value(0) instanceof List<?> list) || list.size() <= 1) {
            return it.value(0);
        }
        Map<Object, Object> distinct = new LinkedHashMap<>();
        for (Object element : list) {
            meter.work(1);
            distinct.putIfAbsent(Identity.of(element, meter), element);
        }
        List<Object> result = list instanceof Utils.JList ? Utils.createSequence() : new ArrayList<>();
        result.addAll(distinct.values());
        return result;
    }

    private static @Nullable Object spread(Arguments it, Meter meter) {
        Object value = it.value(0);
        if (!(value instanceof List || value instanceof Map)) {
            return value;
        }
        List<Object> spread = Utils.createSequence();
        spread(value, spread, meter);
        return spread;
    }

    private static void spread(Object value, List<Object> spread, Meter meter) {
        switch (value) {
            case List<?> list -> list.forEach(element -> spread(element, spread, meter));
            case Map<?, ?> object ->
                object.forEach((name, member) -> {
                    meter.work(1);
                    Map<Object, Object> single = new LinkedHashMap<>();
                    single.put(name, member);
                    spread.add(single);
                });
            default -> spread.add(value);
        }
    }
}
