package dev.krakenflow.client.http;

import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonWriter;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request.
 *
 * @param bytes what is sent
 * @param contentType its media type, where the headers name none
 */
record RequestBody(Buffer bytes, String contentType) {

    /**
     * A string as text, any other value as JSON; nothing for a missing value and null.
     *
     * @throws ArgumentProblem when it is nested too deep
     */
    static @Nullable RequestBody of(@Nullable Object body) {
        if (body == null || body == JsonNull.VALUE) {
            return null;
        }
        if (body instanceof String text) {
            return new RequestBody(Buffer.buffer(text.getBytes(StandardCharsets.UTF_8)), "text/plain; charset=utf-8");
        }
        try {
            return new RequestBody(Buffer.buffer(JsonWriter.writeBytes(body)), "application/json");
        } catch (IllegalArgumentException e) {
            throw new ArgumentProblem("body cannot be written as JSON: " + e.getMessage());
        }
    }
}
