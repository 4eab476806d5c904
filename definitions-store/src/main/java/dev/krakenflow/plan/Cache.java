package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long results of a service function are kept, and for whom.
 *
 * @param key template over the args: equal keys have one result; null: the args
 * @param ttl how long a result is fresh
 * @param shared whether all processes share the results, or each keeps its own
 * @param staleIfError how much longer a result may stand in for a call that fails; null: not at all
 */
public record Cache(
        @Nullable JsonNode key,
        Duration ttl,
        boolean shared,
        @Nullable Duration staleIfError) {

    public Cache {
        requireNonNull(ttl);
    }
}
