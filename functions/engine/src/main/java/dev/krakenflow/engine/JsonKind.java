package dev.krakenflow.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells in words what kind of value something is, so that failures need not show the value. */
final class JsonKind {

    private JsonKind() {}

    /** {@code "an object"}, {@code "a list"} … */
    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "missing";
            case Map<?, ?> it -> "an object";
            case List<?> it -> "a list";
            case String it -> "a string";
            case Boolean it -> "a boolean";
            case Number it -> "a number";
            default -> "null"; // the only other JSON value
        };
    }
}
