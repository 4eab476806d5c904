package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline does at the end of a run.
 *
 * @param onError what an event passes when a component failed; null: nothing, the failure is the outcome
 * @param lastly what it passes after everything, {@code finally}; null: nothing
 * @param finallyTimeout how long {@code lastly} may take, whatever is left of the budget
 */
public record Handlers(@Nullable Program onError, @Nullable Program lastly, Duration finallyTimeout) {

    /** How long {@code finally} may take where the definition says nothing. */
    public static final Duration DEFAULT_FINALLY_TIMEOUT = Duration.ofSeconds(1);

    /** A pipeline that does nothing then. */
    public static final Handlers NONE = new Handlers(null, null, DEFAULT_FINALLY_TIMEOUT);

    public Handlers {
        requireNonNull(finallyTimeout);
    }

    /** Whether a component in them, or in what they nest, is one of these. */
    boolean has(Predicate<Component> wanted) {
        return (onError != null && onError.has(wanted)) || (lastly != null && lastly.has(wanted));
    }
}
