package dev.krakenflow.client.http;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.json.JsonNull;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes requests of a service from the args that {@code prepare} gave. Thread-safe. */
final class RequestBuilder {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
    private static final int LONGEST_WORDS = 200;

    private final HttpStart start;

    RequestBuilder(HttpStart start) {
        this.start = start;
    }

    /**
     * The request that args ask for.
     *
     * @param context gives the headers of the trace context and the idempotency key
     * @throws ArgumentProblem when no request can be made of them
     */
    PreparedRequest build(Object args, CallContext context) {
        if (!(args instanceof Map<?, ?> object)) {
            throw new ArgumentProblem("the args of an http call must be an object with path, and perhaps method, "
                    + "path_params, params, headers, body");
        }
        HttpMethod method = method(object.get("method"));
        String template = path(object.get("path"));
        String path = RequestPath.fill(template, objectAt("path_params", object));
        String query = RequestQuery.of(objectAt("params", object));
        RequestBody body = RequestBody.of(object.get("body"));
        Map<String, String> headers = headers(objectAt("headers", object), context, body);
        String target = start.baseUrl().pathPrefix() + path + query;
        return new PreparedRequest(start.baseUrl().origin(), method, target, headers, body, words(method, template));
    }

    /** Whether the request that args ask for may be sent twice (RFC 9110, 9.2.2). */
    static boolean isRepeatable(Object args) {
        return args instanceof Map<?, ?> object
                && (!(object.get("method") instanceof String method)
                        || REPEATABLE.contains(method.toUpperCase(Locale.ROOT)));
    }

    private Map<String, String> headers(Map<?, ?> prepared, CallContext context, @Nullable RequestBody body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("user-agent", "Kraken");
        headers.put("accept-encoding", "gzip");
        if (body != null) {
            headers.put("content-type", body.contentType());
        }
        context.tracing().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.putAll(start.headers());
        headers.putAll(HeaderFields.read(prepared));
        if (context.idempotencyKey() != null) {
            headers.put("idempotency-key", HeaderFields.checkedText("idempotency_key", context.idempotencyKey()));
        }
        return headers;
    }

    private String words(HttpMethod method, String template) {
        String path = PercentEncoding.ofPath(template).replace("%7B", "{").replace("%7D", "}");
        String words = method + " " + start.baseUrl().origin() + (path.startsWith("/") ? "" : "/") + path;
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }

    private static HttpMethod method(@Nullable Object value) {
        if (value == null) {
            return HttpMethod.GET;
        }
        if (value instanceof String text && METHODS.contains(text.toUpperCase(Locale.ROOT))) {
            return HttpMethod.valueOf(text.toUpperCase(Locale.ROOT));
        }
        throw new ArgumentProblem("method must be GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS");
    }

    private static String path(@Nullable Object value) {
        if (value instanceof String path) {
            return path;
        }
        throw new ArgumentProblem("path must be a string");
    }

    private static Map<?, ?> objectAt(String name, Map<?, ?> args) {
        Object value = args.get(name);
        if (value == null || value == JsonNull.VALUE) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new ArgumentProblem(name + " must be an object");
    }
}
