package dev.krakenflow.function.pipeline;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import org.jspecify.annotations.Nullable;

/** What came out of an event that a trigger has brought. */
public sealed interface TriggeredOutcome {

    /**
     * It ran.
     *
     * @param pipeline that ran it
     * @param result the event that came out, a list where several did; null: none
     */
    record Done(String pipeline, @Nullable Object result) implements TriggeredOutcome {
        public Done {
            requireNonNull(pipeline);
        }
    }

    /**
     * It failed, or something of it did, or it could not run.
     *
     * @param pipeline that it led to; null: none
     */
    record Failed(@Nullable String pipeline, Failure failure) implements TriggeredOutcome {
        public Failed {
            requireNonNull(failure);
        }
    }
}
