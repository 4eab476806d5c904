package dev.krakenflow.engine;

import java.util.List;
import java.util.Map;

/** How deep objects and lists stand within each other. */
final class Nesting {

    private Nesting() {}

    /** Whether at most so many objects and lists stand within each other in a JSON value, itself among them. */
    static boolean isWithin(Object value, int deepest) {
        return switch (value) {
            case Map<?, ?> it -> deepest > 0 && it.values().stream().allMatch(part -> isWithin(part, deepest - 1));
            case List<?> it -> deepest > 0 && it.stream().allMatch(part -> isWithin(part, deepest - 1));
            default -> true;
        };
    }
}
