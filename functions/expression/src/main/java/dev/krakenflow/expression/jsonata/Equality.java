package dev.krakenflow.expression.jsonata;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code =}, {@code !=} and {@code in}, with numbers equal by value in lists and objects too: the library compares them
 * there by their Java type as well.
 */
final class Equality {

    private Equality() {}

    static boolean equal(Arguments it, Meter meter) {
        return areBothThere(it) && areEqual(it.value(0), it.value(1), meter);
    }

    static boolean unequal(Arguments it, Meter meter) {
        return areBothThere(it) && !areEqual(it.value(0), it.value(1), meter);
    }

    static boolean isIn(Arguments it, Meter meter) {
        List<?> list = it.list(1);
        return areBothThere(it)
                && list != null
                && list.stream().anyMatch(element -> element != null && areEqual(it.value(0), element, meter));
    }

    private static boolean areBothThere(Arguments it) {
        return it.value(0) != null && it.value(1) != null;
    }

    private static boolean areEqual(@Nullable Object one, @Nullable Object other, Meter meter) {
        meter.work(1);
        if (one == null || other == null) {
            return one == other;
        }
        return switch (one) {
            case Number it ->
                other instanceof Number number && Double.compare(it.doubleValue(), number.doubleValue()) == 0;
            case List<?> it -> other instanceof List<?> list && areEqual(it, list, meter);
            case Map<?, ?> it -> other instanceof Map<?, ?> object && areEqual(it, object, meter);
            default -> one.equals(other);
        };
    }

    private static boolean areEqual(List<?> one, List<?> other, Meter meter) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object element : one) {
            if (!areEqual(element, others.next(), meter)) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(Map<?, ?> one, Map<?, ?> other, Meter meter) {
        return one.size() == other.size()
                && one.entrySet().stream()
                        .allMatch(member -> other.containsKey(member.getKey())
                                && areEqual(member.getValue(), other.get(member.getKey()), meter));
    }
}
