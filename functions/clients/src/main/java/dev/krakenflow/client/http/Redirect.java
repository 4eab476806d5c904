package dev.krakenflow.client.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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
            "idempotency-key",
            "traceparent",
            "tracestate",
            "user-agent");

    private static final Pattern ABSOLUTE = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:.*");

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
        return switch (status) {
            case 301, 302 -> method.equals(HttpMethod.POST);
            case 303 -> !method.equals(HttpMethod.HEAD);
            default -> false;
        };
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

    /** The absolute URL that a location means (RFC 3986, 5.2), without its fragment. */
    private static String resolve(PreparedRequest request, String location) {
        String written = location.strip().replaceFirst("(?s)#.*", "");
        if (ABSOLUTE.matcher(written).matches()) {
            return written;
        }
        if (written.startsWith("//")) {
            return (request.origin().tls() ? "https:" : "http:") + written;
        }
        return request.origin() + below(request.target(), PercentEncoding.ofTarget(written));
    }

    private static String below(String target, String reference) {
        String path = target.replaceFirst("\\?.*", "");
        if (reference.isEmpty()) {
            return target;
        }
        if (reference.startsWith("?")) {
            return path + reference;
        }
        try {
            return URI.create(path).resolve(reference).toString();
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
        String rest = PercentEncoding.ofTarget(Origin.rest(url));
        return rest.startsWith("/") ? rest : "/" + rest;
    }
}
