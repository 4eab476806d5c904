package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.store.Kind;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a message: <code>{"operation", "kind", "name"?, "function"?, "force"?, "forget"?, "to"?, "body"?}</code>.
 *
 * @param operation the name of what is asked for
 * @param request what it is asked for
 */
record AdminMessage(String operation, OperationRequest request) {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.SERVICES, Kind.PIPELINES, Kind.HELPERS, Kind.ROUTES);
    private static final Set<String> KEYS =
            Set.of("operation", "kind", "name", "function", "force", "forget", "to", "body");

    /**
     * The operation that a JSON value means.
     *
     * @throws RequestException {@code invalid-request} when it means none
     */
    static AdminMessage read(@Nullable Object message) {
        if (!(message instanceof Map<?, ?> map) || !KEYS.containsAll(map.keySet())) {
            throw RequestException.invalid("send an object with the keys " + new TreeSet<>(KEYS));
        }
        Object body = map.get("body");
        OperationRequest request = new OperationRequest(
                kind(text(map, "kind")),
                text(map, "name"),
                text(map, "function"),
                flag(map, "force"),
                flag(map, "forget"),
                map.get("to") instanceof Number number ? number.toString() : text(map, "to"),
                body == null ? OperationBody.EMPTY : new OperationBody("", JsonWriter.writeBytes(body)));
        return new AdminMessage(text(map, "operation"), request);
    }

    private static Kind kind(String word) {
        return KINDS.stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> RequestException.invalid("\"kind\" must be services, pipelines, helpers or routes"));
    }

    /**
     * A flag, false when it is not there.
     *
     * @throws RequestException {@code invalid-request} when it is neither true nor false
     */
    static boolean flag(Map<?, ?> message, String key) {
        Object value = message.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        throw RequestException.invalid("\"" + key + "\" must be true or false");
    }

    private static String text(Map<?, ?> message, String key) {
        Object value = message.get(key);
        if (value == null || value instanceof String) {
            return value == null ? "" : (String) value;
        }
        throw RequestException.invalid("\"" + key + "\" must be a string");
    }
}
