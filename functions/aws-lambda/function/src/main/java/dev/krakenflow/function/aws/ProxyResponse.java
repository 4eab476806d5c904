package dev.krakenflow.function.aws;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.http.JsonBody;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers as a proxy integration in payload format 2.0 takes them. */
final class ProxyResponse {

    /** More never fits into a response of Lambda; less may not, with escapes or as base64. */
    static final int MOST_BYTES = 6_000_000;

    /** A body of no more than this fits however it is written. */
    private static final int SURELY_FITS = 900_000;

    /** Of the whole response, which is JSON. */
    private static final int MOST_LETTERS = 6_000_000;

    private static final String COOKIE = "set-cookie";
    private static final Set<String> TEXT = Set.of("application/x-ndjson", "application/yaml", "application/xml");

    private ProxyResponse() {}

    /** The response; one that is too large becomes a problem that says so. */
    static Map<String, Object> of(Answer answer, String method) {
        byte[] bytes = method.equals("HEAD") ? new byte[0] : answer.bytes();
        Map<String, Object> response = response(answer, bytes);
        if (bytes.length <= SURELY_FITS || letters(response) <= MOST_LETTERS) {
            return response;
        }
        Answer tooLarge = Answer.problem(Failure.of(
                FailureCode.NOT_IMPLEMENTED,
                "the answer has " + bytes.length + " bytes, more than a response of Lambda can carry"));
        return response(tooLarge, tooLarge.bytes());
    }

    private static Map<String, Object> response(Answer answer, byte[] bytes) {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("statusCode", answer.status());
        Map<String, Object> headers = new LinkedHashMap<>(answer.headers());
        Object cookie = headers.remove(COOKIE);
        response.put("headers", headers);
        if (cookie != null) {
            response.put("cookies", List.of(cookie));
        }
        Optional<String> text = text(answer, bytes);
        response.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(bytes)));
        response.put("isBase64Encoded", text.isEmpty());
        return response;
    }

    private static Optional<String> text(Answer answer, byte[] bytes) {
        String type = JsonBody.mediaType(answer.headers().getOrDefault("content-type", "text/plain"));
        if (!JsonBody.isJson(type) && !type.startsWith("text/") && !TEXT.contains(type)) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    /** About how long the response is as JSON: each quote, backslash and control character takes more than one letter. */
    private static long letters(Map<String, Object> response) {
        String body = (String) response.getOrDefault("body", "");
        long escaped = body.chars()
                .map(letter -> letter < ' ' ? 5 : letter == '"' || letter == '\\' ? 1 : letter > 0x7F ? 2 : 0)
                .asLongStream()
                .sum();
        return body.length() + escaped;
    }
}
