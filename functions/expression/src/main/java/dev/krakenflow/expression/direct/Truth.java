package dev.krakenflow.expression.direct;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What JSONata takes for true: neither missing nor false, null, 0, an empty string or an empty object. */
final class Truth {

    private Truth() {}

    /** Lists are looked into by the library. */
    static boolean isUnsure(@Nullable Object value) {
        return value == DirectExpression.UNSURE || value instanceof List;
    }

    static boolean of(@Nullable Object value) {
        return switch (value) {
            case Boolean it -> it;
            case String it -> !it.isEmpty();
            case Number it -> it.doubleValue() != 0;
            case Map<?, ?> it -> !it.isEmpty();
            case null, default -> false;
        };
    }

    /** {@code $not}: missing stays missing. */
    static @Nullable Object negated(@Nullable Object value) {
        if (value == null || isUnsure(value)) {
            return value == null ? null : DirectExpression.UNSURE;
        }
        return !of(value);
    }
}
