package dev.krakenflow.client.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a redirect leads (RFC 9110, 15.4). To another origin goes nothing that could let somebody in: of the headers only
 * those that describe the request.
 */
final class Redirect {
    private static final Set<String> KEPT_ACROSS_ORIGINS = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "content-language",
            "content-type",
            "traceparent",
            "tracestate",
            "user-agent");

    private Redirect() {}

    /**
     * The request that a redirect asks for; empty when the answer is none, or does not say where to.
     *
     * @throws AnswerException when its location cannot be followed; the message does not repeat it
     */
    static Optional<PreparedRequest> of(PreparedRequest request, Answer answer) {
        String location = answer.headers().get(HttpHeaders.LOCATION);
        if (location == null || !Set.of(301, 302, 303, 307, 308).contains(answer.status())) {
            return Optional.empty();
        }
        String url = resolve(request, location);
        Origin origin = origin(url);
        if (request.origin().tls() && !origin.tls()) {
            throw new AnswerException("redirects from https to http", null);
        }
        boolean asGet = becomesGet(request.method(), answer.status());
        HttpMethod method = asGet ? HttpMethod.GET : request.method();
        String words = method + " " + origin + " (redirected from " + request.origin() + ")";
        return Optional.of(new PreparedRequest(
                origin, method, target(url), headers(request, origin, asGet), asGet ? null : request.body(), words));
    }

    private static boolean becomesGet(HttpMethod method, int status) {
        boolean isSafe = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
        return status == 303 && !isSafe || (status == 301 || status == 302) && method.equals(HttpMethod.POST);
    }

    private static Map<String, String> headers(PreparedRequest request, Origin origin, boolean asGet) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        if (asGet) {
            headers.keySet().removeIf(name -> name.startsWith("content-"));
        }
        if (!origin.equals(request.origin())) {
            headers.keySet().retainAll(KEPT_ACROSS_ORIGINS);
        }
        return headers;
    }

    private static String resolve(PreparedRequest request, String location) {
        String written = PercentEncoding.ofTarget(location.replaceFirst("#.*", ""));
        if (written.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return written;
        }
        if (written.startsWith("//")) {
            return (request.origin().tls() ? "https:" : "http:") + written;
        }
        try {
            return request.origin() + URI.create(request.target()).resolve(written).toString();
        } catch (IllegalArgumentException e) {
            throw new AnswerException("redirects to what is no URL", e);
        }
    }

    private static Origin origin(String url) {
        try {
            return Origin.of(url);
        } catch (IllegalArgumentException e) {
            throw new AnswerException("redirects to what is no URL of http or https", e);
        }
    }

    private static String target(String url) {
        String rest = Origin.rest(url);
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
