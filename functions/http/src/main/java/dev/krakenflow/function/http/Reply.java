package dev.krakenflow.function.http;

import dev.krakenflow.failure.FailureCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes the answer to one request, once, on the event loop that the request came on. */
final class Reply {

    private final RoutingContext context;
    private final Context loop;

    /** A reply that knows its event loop: to be made on it. */
    Reply(RoutingContext context) {
        this.context = context;
        this.loop = context.vertx().getOrCreateContext();
    }

    /** Answers a failure as its problem. */
    void refuse(Throwable failure) {
        send(Answer.problem(Failures.of(failure)));
    }

    /** Answers, unless the caller has gone. From any thread. */
    void send(Answer answer) {
        onItsLoop(() -> write(answer));
    }

    /** Does something on the event loop of the request: at once if this is it. */
    void onItsLoop(Runnable work) {
        if (Vertx.currentContext() == loop) {
            work.run();
        } else {
            loop.runOnContext(ignored -> work.run());
        }
    }

    private void write(Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        answer.headers().forEach(response::putHeader);
        if (answer.body() == null) {
            response.end();
        } else {
            write(response, answer.bytes());
        }
        boolean tooLarge = answer.status() == FailureCode.PAYLOAD_TOO_LARGE.status();
        RestOfBody.letGo(context, tooLarge ? RestOfBody.SHORT_MILLIS : RestOfBody.LONG_MILLIS);
    }

    private void write(HttpServerResponse response, byte[] body) {
        if (context.request().method().equals(HttpMethod.HEAD)) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length))
                    .end();
        } else {
            response.end(Buffer.buffer(body));
        }
    }
}
