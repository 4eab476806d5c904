package dev.krakenflow.benchmarks.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the answers of one connection together: HTTP/1.1 with a content-length, one answer at a time. Far cheaper than a
 * whole client, so that a generator on the server's own processors takes little from it. Not thread-safe.
 */
final class AnswerReader {
    private static final int STATUS_BEGINS = "HTTP/1.1 ".length();
    private static final String LENGTH = "\r\ncontent-length:";

    private Buffer received = Buffer.buffer();
    private String head = "";
    private int bodyBegins;
    private int bodyEnds;

    /**
     * Takes what has come.
     *
     * @return the answer when it is whole
     * @throws IllegalStateException when the answer has no content-length
     */
    Optional<Answer> add(Buffer more) {
        received.appendBuffer(more);
        if (bodyBegins == 0) {
            readHead();
        }
        if (bodyBegins == 0 || received.length() < bodyEnds) {
            return Optional.empty();
        }
        int status = Integer.parseInt(received.getString(STATUS_BEGINS, STATUS_BEGINS + 3));
        Answer answer = new Answer(status, head, received.slice(bodyBegins, bodyEnds));
        received = Buffer.buffer();
        bodyBegins = 0;
        return Optional.of(answer);
    }

    private void readHead() {
        int end = endOfHead();
        if (end < 0) {
            return;
        }
        head = received.getString(0, end, StandardCharsets.ISO_8859_1.name()).toLowerCase(Locale.ROOT);
        int begin = head.indexOf(LENGTH);
        if (begin < 0) {
            throw new IllegalStateException("an answer without content-length: " + head);
        }
        int lineEnd = head.indexOf("\r\n", begin + LENGTH.length());
        String length = head.substring(begin + LENGTH.length(), lineEnd < 0 ? head.length() : lineEnd);
        bodyBegins = end + 4;
        bodyEnds = bodyBegins + Integer.parseInt(length.strip());
    }

    private int endOfHead() {
        for (int i = 0; i + 3 < received.length(); i++) {
            if (received.getByte(i) == '\r' && received.getByte(i + 2) == '\r' && received.getByte(i + 3) == '\n') {
                return i;
            }
        }
        return -1;
    }
}
