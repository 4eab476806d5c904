package dev.krakenflow.benchmarks.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * One request as it goes over the wire, and what counts as its right answer.
 *
 * @param request a whole HTTP/1.1 request; shared by connections, never changed
 * @param right tells right answers from wrong ones
 */
public record Exchange(Buffer request, Predicate<Answer> right) {

    public Exchange {
        requireNonNull(request);
        requireNonNull(right);
    }

    /** A POST of a JSON body on a connection that is kept. */
    public static Exchange post(String path, String json, Predicate<Answer> right) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
                + "content-length: " + body.length + "\r\n\r\n";
        return new Exchange(Buffer.buffer(head).appendBytes(body), right);
    }
}
