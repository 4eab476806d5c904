package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long results of a function are kept and given again.
 *
 * @param pointer JSON pointer into the service's definition
 * @param key template over the args: what has one key has one result; null: the args
 * @param ttl how long a result is fresh
 * @param scope {@code instance}: in one process; {@code shared}: for all
 * @param staleIfError how long beyond that it is given in place of a failure; null: not at all
 */
public record CacheDefinition(
        String pointer,
        @Nullable JsonNode key,
        Duration ttl,
        String scope,
        @Nullable Duration staleIfError) {
    public CacheDefinition {
        requireNonNull(pointer);
        requireNonNull(ttl);
        requireNonNull(scope);
    }
}
