package dev.krakenflow.client.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;

/** Reads one answer to its end, or to the first byte too many. Used on the call's loop. */
final class AnswerReader {
    private final HttpClientResponse response;
    private final int most;
    private final Buffer body = Buffer.buffer();
    private final Promise<Answer> answer = Promise.promise();

    private AnswerReader(HttpClientResponse response, int most) {
        this.response = response;
        this.most = most;
    }

    /**
     * Reads an answer. Fails with {@link AnswerException} as soon as the body is known to be too large; who called then
     * resets the connection.
     *
     * @param most bytes of the body
     */
    static Future<Answer> read(HttpClientResponse response, int most) {
        AnswerReader reader = new AnswerReader(response, most);
        // Set first of all: Vert.x logs the failures of answers that nobody listens to.
        response.exceptionHandler(reader.answer::tryFail);
        if (response.statusCode() < 200) {
            return Future.failedFuture(new AnswerException("its status is none of a final answer", null));
        }
        if (!response.request().getMethod().name().equals("HEAD") && declaredLength(response) > most) {
            return Future.failedFuture(tooLarge(most));
        }
        response.handler(reader::add);
        response.endHandler(end -> reader.complete());
        return reader.answer.future();
    }

    private void add(Buffer part) {
        if (body.length() + (long) part.length() > most) {
            answer.tryFail(tooLarge(most));
        } else if (!answer.future().isComplete()) {
            body.appendBuffer(part);
        }
    }

    private void complete() {
        answer.tryComplete(new Answer(response.statusCode(), response.headers(), body));
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
