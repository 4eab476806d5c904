package dev.krakenflow.client.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.impl.HttpClientConnection;
import java.util.function.Function;

/** Reads one answer to its end, or to the first byte too many. Used on the call's loop. */
final class AnswerReader {
    private final HttpClientResponse response;
    private final int most;
    private final Buffer body = Buffer.buffer();
    private final Function<Answer, Runnable> understanding;
    private final Promise<Runnable> next = Promise.promise();

    private AnswerReader(HttpClientResponse response, int most, Function<Answer, Runnable> understanding) {
        this.response = response;
        this.most = most;
        this.understanding = understanding;
    }

    /**
     * Reads an answer. Fails with {@link AnswerException} as soon as the body is known to be too large, or when the answer
     * is of no use; who called then resets the connection.
     *
     * @param most bytes of the body
     * @param understanding says what the answer leads to, or fails with {@link AnswerException}; asked while nobody else
     *     can have the connection yet
     */
    static Future<Runnable> read(HttpClientResponse response, int most, Function<Answer, Runnable> understanding) {
        AnswerReader reader = new AnswerReader(response, most, understanding);
        // Set first of all: Vert.x logs the failures of answers that nobody listens to.
        response.exceptionHandler(reader.next::tryFail);
        if (response.statusCode() < 200) {
            return Future.failedFuture(new AnswerException("its status is none of a final answer", null));
        }
        if (!response.request().getMethod().name().equals("HEAD") && declaredLength(response) > most) {
            return Future.failedFuture(tooLarge(most));
        }
        response.handler(reader::add);
        response.endHandler(end -> reader.complete());
        return reader.next.future();
    }

    private void add(Buffer part) {
        if (body.length() + (long) part.length() > most) {
            next.tryFail(tooLarge(most));
        } else if (!next.future().isComplete()) {
            body.appendBuffer(part);
        }
    }

    private void complete() {
        if (next.future().isComplete()) {
            return;
        }
        try {
            completeWith(understanding.apply(new Answer(response.statusCode(), response.headers(), body)));
        } catch (RuntimeException e) {
            next.tryFail(e);
        }
    }

    /**
     * Completes behind all that was read together with the end: a connection on which more came than the answer is closed
     * by then, and the next call cannot be given what is left on it.
     */
    private void completeWith(Runnable understood) {
        if (response.request().connection() instanceof HttpClientConnection connection) {
            connection.channelHandlerContext().executor().execute(() -> next.tryComplete(understood));
        } else {
            next.tryComplete(understood);
        }
    }

    private static long declaredLength(HttpClientResponse response) {
        String length = response.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static AnswerException tooLarge(int most) {
        return new AnswerException("its body is larger than max_response, " + most + " bytes", null);
    }
}
