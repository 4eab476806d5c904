package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.MalformedJsonException;
import io.vertx.core.MultiMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A body as JSON. */
public final class JsonBody {

    private JsonBody() {}

    /**
     * The JSON value of a body. A body without a content type counts as JSON.
     *
     * @return a JSON value of {@code dev.krakenflow.json}
     * @throws RequestException {@code unsupported-media-type} or {@code malformed-json}
     */
    public static Object read(MultiMap headers, byte[] body) {
        return read(headers.get("content-type"), body);
    }

    /** The same, of a body whose content type is known; null: it has none. */
    public static Object read(@Nullable String type, byte[] body) {
        if (type != null && !isJson(mediaType(type))) {
            throw RequestException.of(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE, "send JSON, with the content type application/json");
        }
        try {
            return JsonReader.read(body);
        } catch (MalformedJsonException malformed) {
            throw RequestException.of(FailureCode.MALFORMED_JSON, String.valueOf(malformed.getMessage()));
        }
    }

    /** The type and subtype of a content type, in lower case, without parameters. */
    public static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        String type = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a media type is JSON, by itself or as the syntax of another one. */
    public static boolean isJson(String mediaType) {
        return mediaType.equals("application/json")
                || (mediaType.startsWith("application/") && mediaType.endsWith("+json"));
    }
}
