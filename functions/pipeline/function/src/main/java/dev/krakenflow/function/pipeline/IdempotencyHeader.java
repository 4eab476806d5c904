package dev.krakenflow.function.pipeline;

import dev.krakenflow.function.http.RequestException;
import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header by which a caller names a call, so that it runs once however often it is sent. */
final class IdempotencyHeader {

    static final String NAME = "idempotency-key";

    private static final int LONGEST = 255;

    private IdempotencyHeader() {}

    /**
     * The key of a call; null when its caller sends none.
     *
     * @param body of the call, as JSON
     * @throws RequestException {@code invalid-request} when it is no key, or the call is a list
     */
    static @Nullable String read(MultiMap headers, Object body) {
        String key = headers.get(NAME);
        if (key == null) {
            return null;
        }
        if (headers.getAll(NAME).size() > 1) {
            throw RequestException.invalid("send one Idempotency-Key");
        }
        if (key.isEmpty() || key.length() > LONGEST || key.chars().anyMatch(Character::isISOControl)) {
            throw RequestException.invalid(
                    "Idempotency-Key must have 1 to " + LONGEST + " characters, none of them a control character");
        }
        if (body instanceof List<?>) {
            throw RequestException.invalid("Idempotency-Key is for one event, not for a list");
        }
        return key;
    }
}
