package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP method and path that call a pipeline.
 *
 * @param method in capitals
 * @param path as written: segments after a slash each, {@code {name}} is a parameter
 * @param headers names in lower case of the headers that the pipeline may see although they are kept from it else
 *     ({@code authorization}, {@code cookie})
 * @param helpers the helper libraries that the templates see
 * @param status template over the final event; null: 200
 * @param responseHeaders template over the final event, an object; null: none
 * @param body template over the final event; null: the event
 */
public record HttpTrigger(
        String method,
        String path,
        List<String> headers,
        List<String> helpers,
        @Nullable JsonNode status,
        @Nullable JsonNode responseHeaders,
        @Nullable JsonNode body) {

    public HttpTrigger {
        requireNonNull(method);
        requireNonNull(path);
        headers = List.copyOf(headers);
        helpers = List.copyOf(helpers);
    }

    /** Method and path without the names of parameters: {@code "GET /orders/{}"}. Two triggers of one shape collide. */
    public String shape() {
        return method + " " + path.replaceAll("\\{[^/]*}", "{}");
    }
}
