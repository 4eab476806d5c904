package dev.krakenflow.benchmarks.http;

import io.vertx.core.buffer.Buffer;

/**
 * A whole HTTP answer.
 *
 * @param head status line and headers in lower case, without the empty line
 */
public record Answer(int status, String head, Buffer body) {

    /** Whether it has a header of this name, which is given in lower case. */
    public boolean has(String header) {
        return head.contains("\r\n" + header + ":");
    }

    /** The status and the begin of the body, for messages about wrong answers. */
    @Override
    public String toString() {
        return status + " " + body.getString(0, Math.min(body.length(), 300));
    }
}
