package dev.krakenflow.expression;

import java.util.List;
import java.util.Map;

/** What kind of value something is, in words: messages must not hold the value. */
final class ValueKind {

    private ValueKind() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> it -> "an object";
            case List<?> it -> "a list";
            case String it -> "a string";
            case Number it -> "a number";
            default -> "null";
        };
    }
}
