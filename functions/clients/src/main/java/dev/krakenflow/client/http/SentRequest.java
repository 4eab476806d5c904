package dev.krakenflow.client.http;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpClientConnection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request on its connection, until its answer is read or it is given up. Used on the call's loop. */
final class SentRequest {
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpClientRequest request;
    private final Future<Answer> answer;
    private final Future<Void> written;

    private SentRequest(HttpClientRequest request, Future<Answer> answer, Future<Void> written) {
        this.request = request;
        this.answer = answer;
        this.written = written;
    }

    /** Sends a request that has a connection. */
    static SentRequest send(HttpClientRequest connected, @Nullable RequestBody body, int maxResponse) {
        HttpClientRequest request = quiet(connected);
        Future<Answer> answer = request.response().compose(response -> AnswerReader.read(response, maxResponse));
        return new SentRequest(request, answer, write(request, body));
    }

    /** Gives the connection of a request back, of which nothing was sent. */
    static void giveBack(HttpClientRequest connected) {
        quiet(connected).reset();
    }

    /** The answer, read to its end. */
    Future<Answer> answer() {
        return answer;
    }

    /** Closes the connection. */
    void abort() {
        request.reset();
        if (!written.isComplete() && request.connection() instanceof HttpClientConnection connection) {
            // Vert.x closes behind the last byte, which never goes to a server that does not read. This does not wait.
            ChannelFuture unused = connection.channelHandlerContext().close();
        }
    }

    /** Lets go after the answer: a connection that still waits for the server to read cannot be used again. */
    void finish() {
        if (!written.isComplete()) {
            abort();
        }
    }

    private static Future<Void> write(HttpClientRequest request, @Nullable RequestBody body) {
        if (body != null) {
            return request.end(body.bytes());
        }
        if (WITH_BODY.contains(request.getMethod())) {
            request.putHeader(HttpHeaders.CONTENT_LENGTH, "0");
        }
        return request.end();
    }

    /** The answer's future tells every failure; without this handler Vert.x would log it too. */
    private static HttpClientRequest quiet(HttpClientRequest request) {
        return request.exceptionHandler(thrown -> {});
    }
}
