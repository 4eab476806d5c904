package dev.krakenflow.client.http;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpClientConnection;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request on its connection, until its answer is read or it is given up. Used on the call's loop. */
final class SentRequest {
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpClientRequest request;
    private final Function<Answer, Runnable> understanding;
    private final Promise<Runnable> next = Promise.promise();
    private @Nullable Future<Void> written;
    private boolean ended;

    private SentRequest(HttpClientRequest request, Function<Answer, Runnable> understanding) {
        this.request = request;
        this.understanding = understanding;
    }

    /**
     * Sends a request that has a connection.
     *
     * @param maxResponse bytes of the answer's body
     * @param understanding see {@link AnswerReader#read}
     */
    static SentRequest send(
            HttpClientRequest connected,
            @Nullable RequestBody body,
            int maxResponse,
            Function<Answer, Runnable> understanding) {
        SentRequest sent = new SentRequest(quiet(connected), understanding);
        InterimAnswers.bound(sent.request, sent.next);
        sent.request
                .response()
                .compose(response -> AnswerReader.read(response, maxResponse, sent::ended))
                .onSuccess(sent.next::tryComplete)
                .onFailure(sent.next::tryFail);
        sent.written = write(sent.request, body);
        return sent;
    }

    /** Gives the connection of a request back, of which nothing was sent. */
    static void giveBack(HttpClientRequest connected) {
        quiet(connected).reset();
    }

    /** What the answer, read to its end, leads to. */
    Future<Runnable> next() {
        return next.future();
    }

    /** Closes the connection, unless the answer was read to its end: then it is no longer this request's. */
    void abort() {
        if (!ended) {
            close();
        }
    }

    private Runnable ended(Answer answer) {
        Runnable understood = understanding.apply(answer);
        if (!isWritten() || answer.announcesMore()) {
            // It waits for the server to read, or what follows is not the beginning of an answer.
            close();
        }
        ended = true;
        return understood;
    }

    private void close() {
        request.reset();
        HttpConnection connection = request.connection();
        // The reset alone closes later, when the pool may have given the connection to somebody else.
        Future<Void> unused = connection.close();
        if (!isWritten() && connection instanceof HttpClientConnection channel) {
            // Vert.x closes behind the last byte, which never goes to a server that does not read. This does not wait.
            ChannelFuture unusedToo = channel.channelHandlerContext().close();
        }
    }

    private boolean isWritten() {
        return written != null && written.isComplete();
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

    /** The future of the answer tells every failure; without this handler Vert.x would log it too. */
    private static HttpClientRequest quiet(HttpClientRequest request) {
        return request.exceptionHandler(thrown -> {});
    }
}
