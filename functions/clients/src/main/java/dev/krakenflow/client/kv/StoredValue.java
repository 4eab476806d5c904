package dev.krakenflow.client.kv;

import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.json.MalformedJsonException;
import dev.krakenflow.memo.ValueTooLargeException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The form of a value in the store: JSON text that can be read again. */
final class StoredValue {

    /** What a value must keep to, in words. */
    static final String BOUNDS = "that is nested at most " + JsonReader.MAX_NESTING + " deep and has at most "
            + ValueTooLargeException.MAX_BYTES + " bytes";

    private StoredValue() {}

    /**
     * The text of a value.
     *
     * @throws IllegalArgumentException when it could not be kept, or not be read again
     */
    static byte[] write(Object value) {
        if (isDeeper(value, JsonReader.MAX_NESTING)) {
            throw new IllegalArgumentException("nested too deep");
        }
        byte[] json = JsonWriter.writeBytes(value);
        if (json.length > ValueTooLargeException.MAX_BYTES) {
            throw new IllegalArgumentException("too large");
        }
        return json;
    }

    /** @throws MalformedJsonException when it is no JSON: somebody else wrote it */
    static Object read(byte[] json) {
        return JsonReader.read(json);
    }

    private static boolean isDeeper(Object value, int most) {
        Collection<?> parts = switch (value) {
            case Map<?, ?> object -> object.values();
            case List<?> list -> list;
            default -> List.of();
        };
        boolean nested = value instanceof Map || value instanceof List;
        return nested && (most == 0 || parts.stream().anyMatch(part -> isDeeper(part, most - 1)));
    }
}
