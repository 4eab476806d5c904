package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads the body of a request whole, within a bound of bytes and of time, whether its length was announced or not.
 * Thread-safe; one for a process.
 */
final class BodyReader {

    /** The most bytes that a body may have. */
    static final int LIMIT = 6 * 1024 * 1024;

    private static final long TIME_MILLIS = 30_000;

    private final Vertx vertx;

    BodyReader(Vertx vertx) {
        this.vertx = vertx;
    }

    /**
     * The body's bytes. Fails with {@code payload-too-large} as soon as that is known, and with {@code invalid-request}
     * when the body does not end in time. To be subscribed once, on the event loop, before the request flows or while it is
     * paused.
     */
    Uni<byte[]> read(HttpServerRequest request) {
        if (announced(request) > LIMIT) {
            return Uni.createFrom().failure(BodyReader::tooLarge);
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) {
            request.response().writeContinue();
        }
        return Uni.createFrom().emitter(emitter -> new Reading(request, emitter).begin());
    }

    private static long announced(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException beyondLong) {
            return Long.MAX_VALUE;
        }
    }

    private static RequestException tooLarge() {
        return RequestException.of(FailureCode.PAYLOAD_TOO_LARGE, "a body may have at most " + LIMIT + " bytes");
    }

    /** One body on its way. On one event loop. */
    private final class Reading {
        private final HttpServerRequest request;
        private final UniEmitter<? super byte[]> emitter;
        private final Buffer received = Buffer.buffer();
        private long timer;
        private boolean done;

        Reading(HttpServerRequest request, UniEmitter<? super byte[]> emitter) {
            this.request = request;
            this.emitter = emitter;
        }

        void begin() {
            request.exceptionHandler(gone -> end(() -> emitter.fail(RequestException.invalid("the body ended early"))));
            request.endHandler(end -> end(() -> emitter.complete(received.getBytes())));
            request.handler(this::take);
            request.resume();
            timer = vertx.setTimer(TIME_MILLIS, id -> end(() -> emitter.fail(tooSlow())));
        }

        private void take(Buffer chunk) {
            if (done) {
                return;
            }
            if (received.length() + (long) chunk.length() > LIMIT) {
                end(() -> emitter.fail(tooLarge()));
                return;
            }
            received.appendBuffer(chunk);
        }

        private void end(Runnable answer) {
            if (!done) {
                done = true;
                vertx.cancelTimer(timer);
                answer.run();
            }
        }

        private RequestException tooSlow() {
            return RequestException.invalid("the body did not end within " + TIME_MILLIS / 1000 + " s");
        }
    }
}
