package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event in, any number out, with a memory if there is a memo.
 *
 * @param condition boolean or expression; null: always
 * @param prepare template that makes the args; null: the event
 * @param service what is called; null: nothing
 * @param events template that makes the list of events that go on; null when it could not be read
 * @param newMemo template that makes what is remembered; null: the memo stays as it was
 * @param memo the memory; null: none
 */
public record ComposerDefinition(
        Origin origin,
        @Nullable JsonNode condition,
        @Nullable JsonNode prepare,
        @Nullable FunctionReference service,
        @Nullable JsonNode events,
        @Nullable JsonNode newMemo,
        @Nullable MemoDefinition memo,
        List<CatchDefinition> catches)
        implements CatchingDefinition {
    /** The type as it is written. */
    public static final String TYPE = "composer";

    public ComposerDefinition {
        requireNonNull(origin);
        catches = List.copyOf(catches);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
