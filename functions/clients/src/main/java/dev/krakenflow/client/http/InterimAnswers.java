package dev.krakenflow.client.http;

import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;

/** Counts the interim answers to one request (RFC 9110, 15.2), since they may come without end. Used on the call's loop. */
final class InterimAnswers {
    private static final int MOST = 100;

    private final Promise<Runnable> answer;
    private int seen;

    private InterimAnswers(Promise<Runnable> answer) {
        this.answer = answer;
    }

    /** Fails the answer to a request when too many others come before it. */
    static void bound(HttpClientRequest request, Promise<Runnable> answer) {
        InterimAnswers interim = new InterimAnswers(answer);
        request.continueHandler(goOn -> interim.count()).earlyHintsHandler(hints -> interim.count());
    }

    private void count() {
        seen++;
        if (seen > MOST) {
            answer.tryFail(new AnswerException("with more than " + MOST + " interim answers", null));
        }
    }
}
