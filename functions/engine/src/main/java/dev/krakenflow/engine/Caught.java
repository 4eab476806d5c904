package dev.krakenflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failure that was caught, in sight of the components that handle it: those of one program from {@code start} to before
 * {@code end}. Immutable; composed events share it.
 *
 * @param error the value of {@code $error}
 * @param outer the failure that is in sight around these components; null: none
 */
record Caught(
        Map<String, Object> error,
        int start,
        int end,
        @Nullable Caught outer) {

    /** In sight of a whole program. */
    static Caught everywhere(Map<String, Object> error) {
        return new Caught(error, 0, Integer.MAX_VALUE, null);
    }

    /** What is in sight of a component of the same program. */
    @Nullable Caught at(int index) {
        Caught it = this;
        while (it != null && (index < it.start || index >= it.end)) {
            it = it.outer;
        }
        return it;
    }
}
