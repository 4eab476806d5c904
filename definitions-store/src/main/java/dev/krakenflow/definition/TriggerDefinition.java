package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP method and path that call a pipeline, as they were written.
 *
 * @param pointer JSON pointer to the {@code http} object
 * @param method in capitals; null when it could not be read
 * @param path as written; null when it could not be read
 * @param headers names in lower case of the headers that the pipeline may see although they are kept from it else
 * @param status template over the final event; null: not given
 * @param responseHeaders template over the final event that makes an object; null: not given
 * @param body template over the final event; null: not given
 */
public record TriggerDefinition(
        String pointer,
        @Nullable String method,
        @Nullable String path,
        List<String> headers,
        @Nullable JsonNode status,
        @Nullable JsonNode responseHeaders,
        @Nullable JsonNode body) {

    public TriggerDefinition {
        requireNonNull(pointer);
        headers = List.copyOf(headers);
    }

    /**
     * Method and path without the names of parameters: {@code "GET /orders/{}"}. Two triggers of one shape collide. Null
     * when one of them could not be read.
     */
    public @Nullable String shape() {
        return method == null || path == null ? null : method + " " + path.replaceAll("\\{[^/]*}", "{}");
    }

    /** Where a problem with its shape is reported. */
    public String pathPointer() {
        return Pointers.member(pointer, "path");
    }
}
