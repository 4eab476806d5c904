package dev.krakenflow.store.redis;

import io.vertx.redis.client.Response;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers of Redis as Java values; nil is nothing. */
final class Answers {

    private Answers() {}

    /** An integer, or text that is one; nil is 0. */
    static long number(@Nullable Response answer) {
        return answer == null ? 0 : Long.parseLong(answer.toString());
    }

    /** Text; nil is the empty text. */
    static String text(@Nullable Response answer) {
        return answer == null ? "" : answer.toString();
    }

    /** The bytes of a string; nil is null. */
    static byte @Nullable [] bytes(@Nullable Response answer) {
        return answer == null ? null : answer.toBytes();
    }

    /** The elements of an array that are not nil, as text; nil has none. */
    static Stream<String> texts(@Nullable Response answer) {
        return answer == null
                ? Stream.empty()
                : answer.stream().filter(Objects::nonNull).map(Response::toString);
    }
}
