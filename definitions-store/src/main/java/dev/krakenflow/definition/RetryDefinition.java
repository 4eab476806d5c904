package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a call is tried again, with the defaults where nothing was written.
 *
 * @param pointer JSON pointer into the definition
 * @param on which failures: codes, {@code http.4xx}, {@code http.5xx}, {@code *}
 * @param maxAttempts tries in all, 1 to 100
 * @param delay before the second try
 * @param backoffRate what each delay is multiplied by to give the next, 1 to 10
 * @param maxDelay the longest delay
 * @param jitter whether delays are drawn at random below what was computed
 * @param when expression over the args that decides as well; null: always
 * @param unsafe whether also what is not safe to repeat is repeated
 */
public record RetryDefinition(
        String pointer,
        List<String> on,
        int maxAttempts,
        Duration delay,
        double backoffRate,
        Duration maxDelay,
        boolean jitter,
        @Nullable JsonNode when,
        boolean unsafe) {
    public RetryDefinition {
        requireNonNull(pointer);
        on = List.copyOf(on);
        requireNonNull(delay);
        requireNonNull(maxDelay);
    }
}
