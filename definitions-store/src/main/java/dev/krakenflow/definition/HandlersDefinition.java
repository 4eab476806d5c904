package dev.krakenflow.definition;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline does at the end of a run.
 *
 * @param onError components that an event passes after a failure; null: not given
 * @param lastly components that an event passes in any case; null: not given
 * @param finallyTimeout bounds {@code lastly}, 1 ms to 1 min; null: not given
 */
public record HandlersDefinition(
        @Nullable List<ComponentDefinition> onError,
        @Nullable List<ComponentDefinition> lastly,
        @Nullable Duration finallyTimeout) {
    /** No handlers. */
    public static final HandlersDefinition NONE = new HandlersDefinition(null, null, null);

    public HandlersDefinition {
        onError = onError == null ? null : List.copyOf(onError);
        lastly = lastly == null ? null : List.copyOf(lastly);
    }
}
