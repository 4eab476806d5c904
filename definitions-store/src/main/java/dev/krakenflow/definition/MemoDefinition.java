package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a composer remembers, as it was written.
 *
 * @param initial template that makes the memo where none is stored; JSON null is a memo
 * @param key expression that gives a scalar: one memo per value; null: one for the composer
 * @param ttl how long a memo is kept after it was written; null: until it is forgotten
 * @param scope how far it reaches
 */
public record MemoDefinition(
        JsonNode initial, @Nullable JsonNode key, @Nullable Duration ttl, Scope scope) {

    /** How far a memo reaches. */
    public enum Scope {
        /** All runs of the pipeline. */
        PIPELINE,
        /** All events of one invocation. */
        INVOCATION
    }

    public MemoDefinition {
        requireNonNull(initial);
        requireNonNull(scope);
    }
}
