package dev.krakenflow.function.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request in payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">
 *     Lambda proxy integrations for HTTP APIs</a>
 */
final class HttpPayload {

    /** The stage whose name is not in the path. */
    private static final String DEFAULT_STAGE = "$default";

    private static final List<String> AUTHORIZERS = List.of("iam", "jwt", "lambda");

    private final Map<?, ?> payload;
    private final Map<?, ?> context;
    private final Map<?, ?> http;

    HttpPayload(Map<?, ?> payload) {
        this.payload = payload;
        this.context = object(payload, "requestContext");
        this.http = object(context, "http");
    }

    /** In upper case. */
    String method() {
        return text(http, "method").toUpperCase(Locale.ROOT);
    }

    String domain() {
        return text(context, "domainName");
    }

    /** Whether an authorizer of the platform has let the caller in. */
    boolean isAuthorized() {
        Map<?, ?> authorizer = object(context, "authorizer");
        return AUTHORIZERS.stream().anyMatch(kind -> !object(authorizer, kind).isEmpty());
    }

    /**
     * The request.
     *
     * @param budget the time for its answer
     * @throws RequestException {@code invalid-request}
     */
    Request request(Duration budget) {
        return Request.brought(method(), path(), text(payload, "rawQueryString"), headers(), body(), budget);
    }

    private String path() {
        String path = SentPath.encoded(text(payload, "rawPath"));
        String stage = "/" + text(context, "stage");
        boolean staged = !stage.equals("/" + DEFAULT_STAGE) && (path.equals(stage) || path.startsWith(stage + "/"));
        return staged ? path.substring(stage.length()) : path;
    }

    private MultiMap headers() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        object(payload, "headers").forEach((name, value) -> headers.add((String) name, String.valueOf(value)));
        if (payload.get("cookies") instanceof List<?> cookies && !cookies.isEmpty()) {
            headers.set("cookie", cookies.stream().map(String::valueOf).collect(Collectors.joining("; ")));
        }
        return headers;
    }

    private byte[] body() {
        String body = text(payload, "body");
        if (!Boolean.TRUE.equals(payload.get("isBase64Encoded"))) {
            return body.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException notBase64) {
            throw RequestException.invalid("the body is said to be base64, and is not");
        }
    }

    private static Map<?, ?> object(Map<?, ?> map, String key) {
        return map.get(key) instanceof Map<?, ?> object ? object : Map.of();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
