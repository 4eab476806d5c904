package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step: prepare, call, transform, merge, remove.
 *
 * @param condition boolean or expression; null: always
 * @param prepare template that makes the args; null: the event
 * @param service what is called; null: nothing
 * @param transform template that makes what is merged; null: the event stays unchanged
 * @param remove keys that go after the merge
 * @param timeout bounds everything inside; null: only the budget does
 * @param retry replaces that of the called function; null: not given
 * @param compensation the call that undoes it; null: none
 */
public record StageDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable JsonNode prepare,
        @Nullable FunctionReference service,
        @Nullable JsonNode transform,
        List<String> remove,
        @Nullable Duration timeout,
        @Nullable RetryReference retry,
        List<CatchDefinition> catches,
        @Nullable CompensationDefinition compensation)
        implements CatchingDefinition {
    /** The type as it is written. */
    public static final String TYPE = "stage";

    public StageDefinition {
        requireNonNull(origin);
        remove = List.copyOf(remove);
        catches = List.copyOf(catches);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
