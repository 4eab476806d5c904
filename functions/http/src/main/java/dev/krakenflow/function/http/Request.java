package dev.krakenflow.function.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method in upper case
 * @param path normalized, not decoded
 * @param parameters the decoded segments that stand for parameters of the endpoint's path
 * @param query parameters of the query, decoded
 * @param headers names in any case
 * @param body read whole; empty when there was none, and where it is streamed
 */
public record Request(
        String method, String path, Map<String, String> parameters, MultiMap query, MultiMap headers, byte[] body) {

    static Request of(RoutingContext context, Map<String, String> parameters, byte[] body) {
        HttpServerRequest request = context.request();
        return new Request(
                request.method().name(),
                context.normalizedPath(),
                parameters,
                context.queryParams(),
                request.headers(),
                body);
    }

    /** A parameter of the endpoint's path. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return value;
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /**
     * A flag of the query, false when it is not there.
     *
     * @throws RequestException {@code invalid-request} when it is neither {@code true} nor {@code false}
     */
    public boolean flag(String name) {
        String value = query.get(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw RequestException.invalid("the query parameter " + name + " must be true or false");
    }
}
