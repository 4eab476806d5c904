package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The call that undoes a stage.
 *
 * @param pointer JSON pointer into the pipeline's definition
 * @param service what is called; null when it could not be read
 * @param prepare template over the event behind the stage that makes the args; null: that event
 * @param timeout bounds the call with all its attempts; null: not given
 * @param retry replaces that of the called function; null: not given
 */
public record CompensationDefinition(
        String pointer,
        @Nullable FunctionReference service,
        @Nullable JsonNode prepare,
        @Nullable Duration timeout,
        @Nullable RetryReference retry) {
    public CompensationDefinition {
        requireNonNull(pointer);
    }
}
