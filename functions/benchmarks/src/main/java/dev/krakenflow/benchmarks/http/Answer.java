package dev.krakenflow.benchmarks.http;

import io.vertx.core.buffer.Buffer;

/** A whole HTTP answer. */
record Answer(int status, Buffer body) {

    /** The status and the begin of the body, for messages about wrong answers. */
    @Override
    public String toString() {
        return status + " " + body.getString(0, Math.min(body.length(), 300));
    }
}
