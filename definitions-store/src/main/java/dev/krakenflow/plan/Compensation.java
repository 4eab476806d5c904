package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a finished stage is undone.
 *
 * @param call the service function that undoes it
 * @param prepare template over the event as it was behind the stage; null: that event
 * @param timeout bounds all attempts; null: the function's own bounds are enough
 * @param retry null: the function's own
 */
public record Compensation(
        FunctionCall call,
        @Nullable JsonNode prepare,
        @Nullable Duration timeout,
        @Nullable Retry retry) {

    public Compensation {
        requireNonNull(call);
    }
}
