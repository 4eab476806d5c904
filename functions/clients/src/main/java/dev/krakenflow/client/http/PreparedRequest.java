package dev.krakenflow.client.http;

import io.vertx.core.http.HttpMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request, ready to be sent.
 *
 * @param origin where it goes
 * @param method its method
 * @param target path and query, encoded
 * @param headers by name in lower case
 * @param body null when there is none
 * @param words what failures call it: method, origin and path template, without the query and what filled the path
 */
record PreparedRequest(
        Origin origin,
        HttpMethod method,
        String target,
        Map<String, String> headers,
        @Nullable RequestBody body,
        String words) {
    PreparedRequest {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Its words alone: the rest can hold secrets and what events hold. */
    @Override
    public String toString() {
        return words;
    }
}
