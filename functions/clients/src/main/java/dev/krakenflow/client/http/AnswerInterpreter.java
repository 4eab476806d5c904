package dev.krakenflow.client.http;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.Upstream;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.MalformedJsonException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Turns the answer to a call of one service function into its result, or into the failure that it is. Thread-safe.
 */
final class AnswerInterpreter {
    private final CallOptions options;
    private final int maxResponse;

    AnswerInterpreter(CallOptions options, int maxResponse) {
        this.options = options;
        this.maxResponse = maxResponse;
    }

    /**
     * The result: {@code status}, {@code headers}, {@code body}.
     *
     * @throws ClientException {@code http.<status>} when the status is not accepted
     * @throws AnswerException when the body cannot be used
     */
    Map<String, Object> interpret(PreparedRequest request, Answer answer) {
        Map<String, Object> headers = headers(answer);
        if (!options.accepted().accept(answer.status())) {
            Upstream upstream = new Upstream(answer.status(), headers, bodyIfReadable(request, answer));
            String detail = request.words() + " answered with the status " + answer.status();
            throw ClientException.inCall(Failure.ofUpstream(upstream, detail), null);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("status", answer.status());
        result.put("headers", headers);
        result.put("body", body(request, answer));
        return result;
    }

    private static Map<String, Object> headers(Answer answer) {
        Map<String, Object> headers = new LinkedHashMap<>();
        answer.headers()
                .forEach(field -> headers.merge(
                        field.getKey().toLowerCase(Locale.ROOT), field.getValue(), (old, more) -> old + ", " + more));
        return headers;
    }

    /** What a definition's {@code error} section may look at: never a reason for another failure. */
    private Object bodyIfReadable(PreparedRequest request, Answer answer) {
        try {
            return body(request, answer);
        } catch (AnswerException e) {
            MediaType type = MediaType.read(answer.headers().get(HttpHeaders.CONTENT_TYPE));
            return answer.body().toString(type.charset());
        }
    }

    private Object body(PreparedRequest request, Answer answer) {
        if (request.method().equals(HttpMethod.HEAD) || answer.status() == 204) {
            return JsonNull.VALUE;
        }
        String coding = answer.headers().get(HttpHeaders.CONTENT_ENCODING);
        Buffer body = ContentCoding.decode(answer.body(), coding == null ? "" : coding, maxResponse);
        if (body.length() == 0) {
            return JsonNull.VALUE;
        }
        MediaType type = MediaType.read(answer.headers().get(HttpHeaders.CONTENT_TYPE));
        return type.isJson() || options.parseJsonBody() ? json(body) : body.toString(type.charset());
    }

    private static Object json(Buffer body) {
        try {
            return JsonReader.read(body.getBytes());
        } catch (MalformedJsonException e) {
            throw new AnswerException("its body is not JSON", e);
        }
    }
}
