package dev.krakenflow.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether two JSON values are equal: numbers by their value, whatever their Java type, and objects whatever the order of
 * their keys. Large numbers are told apart exactly, because values that nobody calculates with stay exact.
 */
final class JsonEquality {

    private JsonEquality() {}

    /** A missing value equals a missing one only. */
    static boolean areEqual(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        return switch (one) {
            case Number it -> other instanceof Number number && areEqual(it, number);
            case List<?> it -> other instanceof List<?> list && areEqual(it, list);
            case Map<?, ?> it -> other instanceof Map<?, ?> object && areEqual(it, object);
            default -> one.equals(other);
        };
    }

    private static boolean areEqual(Number one, Number other) {
        return one.equals(other)
                || (one.doubleValue() == other.doubleValue() && exact(one).compareTo(exact(other)) == 0);
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case BigDecimal it -> it;
            case BigInteger it -> new BigDecimal(it);
            case Double it -> BigDecimal.valueOf(it);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private static boolean areEqual(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<?> others = other.iterator();
        for (Object element : one) {
            if (!areEqual(element, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean areEqual(Map<?, ?> one, Map<?, ?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (Map.Entry<?, ?> member : one.entrySet()) {
            if (!areEqual(member.getValue(), other.get(member.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
