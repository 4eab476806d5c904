package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What makes two events of a pipeline the same, so that the second has the answer of the first.
 *
 * @param pointer JSON pointer into the pipeline's definition
 * @param key template over the event; null when it is missing
 * @param ttl how long an answer is kept, at most 30 days; null: not given
 */
public record IdempotencyDefinition(
        String pointer, @Nullable JsonNode key, @Nullable Duration ttl) {
    public IdempotencyDefinition {
        requireNonNull(pointer);
    }
}
