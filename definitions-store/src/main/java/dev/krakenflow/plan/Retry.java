package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a call that failed is made again.
 *
 * @param on patterns of codes, as in {@link Catch}
 * @param maxAttempts all attempts, the first too
 * @param delay the pause before the second attempt
 * @param backoffRate by what the pause grows from one attempt to the next
 * @param maxDelay the longest pause, unless the service asks for a longer one
 * @param jitter whether pauses are shortened at random
 * @param when boolean or expression over the args, with {@code $error}; null: always
 * @param unsafe whether calls are repeated for which that is not safe
 * @param helpers the helper libraries that {@code when} sees
 */
public record Retry(
        List<String> on,
        int maxAttempts,
        Duration delay,
        double backoffRate,
        Duration maxDelay,
        boolean jitter,
        @Nullable JsonNode when,
        boolean unsafe,
        List<String> helpers) {

    public Retry {
        on = List.copyOf(on);
        requireNonNull(delay);
        requireNonNull(maxDelay);
        helpers = List.copyOf(helpers);
        if (maxAttempts < 1 || !(backoffRate >= 1)) {
            throw new IllegalArgumentException("at least one attempt, pauses that do not shrink");
        }
    }
}
