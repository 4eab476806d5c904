package dev.krakenflow.function.http;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is answered to a request.
 *
 * @param headers names in lower case
 * @param body a JSON value of {@code dev.krakenflow.json}, written as JSON; a string under a content type that is not JSON
 *     is written as it is, as bytes are under any; null: no body
 */
public record Answer(
        int status, Map<String, String> headers, @Nullable Object body) {

    private static final String CONTENT_TYPE = "content-type";

    /** The media type of a problem of RFC 9457 that is the whole answer. */
    private static final String PROBLEM = "application/problem+json";

    public Answer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** 200 with a JSON value. */
    public static Answer json(Object body) {
        return new Answer(200, Map.of(CONTENT_TYPE, "application/json"), body);
    }

    /** 204. */
    public static Answer empty() {
        return new Answer(204, Map.of(), null);
    }

    /** A failure as a problem, with the headers that belong to its code. */
    public static Answer problem(Failure failure) {
        return problem(failure, failure.problem());
    }

    /** A failure whose problem has members that the failure itself does not hold. */
    public static Answer problem(Failure failure, Map<String, Object> document) {
        Answer answer = new Answer(failure.status(), Map.of(CONTENT_TYPE, PROBLEM), document);
        if (failure.is(FailureCode.UNAUTHORIZED)) {
            return answer.with("www-authenticate", "Bearer");
        }
        boolean later = FailureCode.of(failure.code()).map(FailureCode::later).orElse(false);
        return later ? answer.with("retry-after", Long.toString(Math.max(1, failure.retryAfter()))) : answer;
    }

    /** The bytes of the body; none when there is no body. */
    public byte[] bytes() {
        if (body == null) {
            return new byte[0];
        }
        if (body instanceof byte[] written) {
            return written;
        }
        String type = headers.getOrDefault(CONTENT_TYPE, PROBLEM);
        if (body instanceof String text && !JsonBody.isJson(JsonBody.mediaType(type))) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        return JsonWriter.writeBytes(body);
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
