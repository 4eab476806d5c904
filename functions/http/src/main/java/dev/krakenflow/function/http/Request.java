package dev.krakenflow.function.http;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpUtils;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
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
 * @param budget the time that the platform leaves for the answer; null: it says nothing of that
 */
public record Request(
        String method,
        String path,
        Map<String, String> parameters,
        MultiMap query,
        MultiMap headers,
        byte[] body,
        @Nullable Duration budget) {

    /** A request for which its platform leaves any time. */
    public Request(
            String method, String path, Map<String, String> parameters, MultiMap query, MultiMap headers, byte[] body) {
        this(method, path, parameters, query, headers, body, null);
    }

    /**
     * A request that a platform brings.
     *
     * @param path as it was sent
     * @param query as it was sent, without the question mark; may be empty
     * @throws RequestException {@code invalid-request} when path or query cannot be decoded
     */
    public static Request brought(
            String method, String path, String query, MultiMap headers, byte[] body, @Nullable Duration budget) {
        MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
        try {
            new QueryStringDecoder("?" + query).parameters().forEach(parameters::add);
            return new Request(
                    method,
                    HttpUtils.normalizePath(path.isEmpty() ? "/" : path),
                    Map.of(),
                    parameters,
                    headers,
                    body,
                    budget);
        } catch (IllegalArgumentException malformed) {
            throw Refusals.undecodable();
        }
    }

    /** This request at the address of an endpoint. */
    Request with(Map<String, String> newParameters) {
        return new Request(method, path, newParameters, query, headers, body, budget);
    }

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
