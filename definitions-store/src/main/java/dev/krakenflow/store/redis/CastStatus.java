package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.krakenflow.cast.CastState;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * The state of an event as Redis has it.
 *
 * @param word names it; empty: there is nothing to say
 * @param answer what belongs to it
 */
record CastStatus(String word, byte[] answer) {

    private static final byte[] NOTHING = {};

    static CastStatus of(@Nullable CastState state) {
        return switch (state) {
            case null -> new CastStatus("", NOTHING);
            case CastState.Pending it -> new CastStatus("", NOTHING);
            case CastState.Done it -> new CastStatus("done", it.json());
            case CastState.TooLarge it ->
                new CastStatus("large", Long.toString(it.bytes()).getBytes(UTF_8));
            case CastState.Failed it -> new CastStatus("failed", it.json());
            case CastState.Dead it -> new CastStatus("dead", it.json());
        };
    }

    /** Whether the event does not run again by itself. */
    boolean isLast() {
        return !word.isEmpty() && !word.equals("failed");
    }

    /** The state by its word and its answer; null when there is none. */
    static @Nullable CastState state(@Nullable Response fields) {
        Response word = fields == null ? null : fields.get(0);
        if (fields == null || word == null) {
            return null;
        }
        Response answer = fields.get(1);
        return switch (word.toString()) {
            case "done" -> new CastState.Done(bytes(answer));
            case "large" -> new CastState.TooLarge(Answers.number(answer));
            case "failed" -> new CastState.Failed(bytes(answer));
            case "dead" -> new CastState.Dead(bytes(answer));
            default -> new CastState.Pending();
        };
    }

    private static byte[] bytes(@Nullable Response answer) {
        return requireNonNull(Answers.bytes(answer));
    }
}
