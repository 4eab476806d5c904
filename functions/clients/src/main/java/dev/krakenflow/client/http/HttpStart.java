package dev.krakenflow.client.http;

import dev.krakenflow.json.JsonNull;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The resolved {@code start} of an HTTP service.
 *
 * @param baseUrl where the service is
 * @param headers of every request, by name in lower case; can hold secrets
 * @param poolSize calls under way at once
 * @param maxResponse bytes of an answer's body, as read and as decompressed
 * @param deadlineHeader name of the header that carries the milliseconds left; null: none does
 */
record HttpStart(
        BaseUrl baseUrl,
        Map<String, String> headers,
        int poolSize,
        int maxResponse,
        @Nullable String deadlineHeader) {
    private static final int POOL_SIZE = 64;
    private static final int LARGEST_POOL = 10_000;
    private static final int MAX_RESPONSE = 6_000_000;

    HttpStart {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /**
     * Reads what {@code start} resolved to.
     *
     * @throws ArgumentProblem when it cannot be used; values are not repeated in it
     */
    static HttpStart read(Map<String, Object> start) {
        Object headers = start.getOrDefault("headers", Map.of());
        if (!(headers instanceof Map<?, ?> fields)) {
            throw new ArgumentProblem("start.headers must be an object");
        }
        return new HttpStart(
                baseUrl(start.get("base_url")),
                HeaderFields.read(fields),
                number("pool_size", start.get("pool_size"), POOL_SIZE, LARGEST_POOL),
                number("max_response", start.get("max_response"), MAX_RESPONSE, Integer.MAX_VALUE),
                deadlineHeader(start.get("deadline_header")));
    }

    /** Without the headers, which can hold secrets. */
    @Override
    public String toString() {
        return baseUrl.toString();
    }

    private static BaseUrl baseUrl(@Nullable Object value) {
        if (!(value instanceof String url)) {
            throw new ArgumentProblem("start.base_url must be a URL");
        }
        try {
            return BaseUrl.parse(url);
        } catch (IllegalArgumentException e) {
            throw new ArgumentProblem("start.base_url cannot be used: " + e.getMessage());
        }
    }

    private static int number(String name, @Nullable Object value, int otherwise, int most) {
        if (value == null || value == JsonNull.VALUE) {
            return otherwise;
        }
        if (value instanceof Number number && number.longValue() >= 1 && number.doubleValue() == number.longValue()) {
            return (int) Math.min(most, number.longValue());
        }
        throw new ArgumentProblem("start." + name + " must be a whole number from 1");
    }

    private static @Nullable String deadlineHeader(@Nullable Object value) {
        if (value == null || value == JsonNull.VALUE) {
            return null;
        }
        if (value instanceof String name) {
            return HeaderFields.checkedName(name);
        }
        throw new ArgumentProblem("start.deadline_header must be the name of a header");
    }
}
