package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/**
 * By what a pipeline knows that it is given the same event again.
 *
 * @param key template over the event that gives a scalar
 * @param ttl how long the answer is kept
 * @param helpers the helper libraries that the key sees
 */
public record Idempotency(JsonNode key, Duration ttl, List<String> helpers) {

    /** How long an answer is kept where nothing says how long. */
    public static final Duration DEFAULT_TTL = Duration.ofHours(24);

    public Idempotency {
        requireNonNull(key);
        requireNonNull(ttl);
        helpers = List.copyOf(helpers);
    }
}
