package dev.krakenflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger answers for one result.
 *
 * @param status the HTTP status, 200 to 599
 * @param headers by name, text
 * @param body a JSON value; null: missing, so that there is none
 */
public record TriggerResponse(
        int status, Map<String, String> headers, @Nullable Object body) {
    public TriggerResponse {
        headers = Map.copyOf(headers);
    }
}
