package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a composer remembers.
 *
 * @param initial template over the event: the memo where none is stored
 * @param key template over the event that gives a scalar: one memo per value; null: one for the composer
 * @param ttl how long a memo is kept after it was written; null: until it is forgotten
 * @param scope how far it reaches
 * @param leased whether a lease is taken before the service is called, because what it is sent depends on the memo and
 *     calling it twice is not safe
 */
public record Memo(
        JsonNode initial, @Nullable JsonNode key, @Nullable Duration ttl, Scope scope, boolean leased) {

    /** How far a memo reaches. */
    public enum Scope {
        /** All runs of the pipeline, in every process. */
        PIPELINE,
        /** All events of one invocation, over plugs too. */
        INVOCATION
    }

    public Memo {
        requireNonNull(initial);
        requireNonNull(scope);
    }
}
