package dev.krakenflow.client.http;

import dev.krakenflow.client.http.Admission.Turn;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.impl.HttpClientConnection;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: waits for its turn, connects, sends, reads the answer, and again for each redirect. All of it happens on one
 * loop; whatever the end is, it comes once, and the turn is given back once.
 */
final class Exchange {
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final Admission admission;
    private final Connections connections;
    private final Loop loop;
    private final Settings settings;
    private final End end;
    private final Turn turn = new Turn(this::beginLater);
    private PreparedRequest request;
    private int redirects;
    private boolean over;
    private boolean connecting;
    private @Nullable HttpClientRequest sent;
    private Future<Void> written = Future.succeededFuture();

    Exchange(
            Admission admission,
            Connections connections,
            Loop loop,
            Settings settings,
            PreparedRequest request,
            End end) {
        this.admission = admission;
        this.connections = connections;
        this.loop = loop;
        this.settings = settings;
        this.request = request;
        this.end = end;
    }

    /**
     * What an exchange needs to know of its service and its call.
     *
     * @param maxResponse bytes of an answer's body
     * @param redirects how many are followed
     * @param deadlineHeader header for the time left, or null
     * @param millisLeft the time left
     */
    record Settings(int maxResponse, int redirects, @Nullable String deadlineHeader, LongSupplier millisLeft) {}

    /** Is told the end of an exchange, on its loop. */
    interface End {

        /** @param request the one that was answered: the last one, when redirects were followed */
        void answered(PreparedRequest request, Answer answer);

        /** @param thrown see {@link CallFailures} */
        void failed(PreparedRequest request, Throwable thrown);

        /** Nothing was sent, because of what {@code entry} says. */
        void refused(PreparedRequest request, Admission.Entry entry);
    }

    /** Begins. Called once, from any thread. */
    void start() {
        loop.run(() -> {
            if (over) {
                return;
            }
            Admission.Entry entry = admission.enter(turn);
            switch (entry) {
                case INSIDE -> connect();
                case WAITING -> {}
                case FULL, CLOSED -> {
                    over = true;
                    end.refused(request, entry);
                }
            }
        });
    }

    /** Stops at once, wherever it stands; nothing is told then. Does nothing after the end. From any thread. */
    void cancel() {
        loop.run(() -> {
            if (!over) {
                over = true;
                abort();
                leave();
            }
        });
    }

    private void beginLater() {
        loop.later(this::connect);
    }

    private void connect() {
        if (over) {
            return;
        }
        connecting = true;
        connections.connect(request, loop, () -> over).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        connecting = false;
        if (over) {
            if (connection.succeeded()) {
                // Nothing was sent, so this gives the connection back and does not close it.
                quiet(connection.result()).reset();
            }
            leave();
        } else if (connection.succeeded()) {
            send(connection.result());
        } else {
            fail(connection.cause());
        }
    }

    private void send(HttpClientRequest connected) {
        sent = quiet(connected);
        if (settings.deadlineHeader() != null) {
            connected.putHeader(
                    settings.deadlineHeader(), Long.toString(settings.millisLeft().getAsLong()));
        }
        connected
                .response()
                .compose(response -> AnswerReader.read(response, settings.maxResponse()))
                .onComplete(answer -> {
                    if (answer.succeeded()) {
                        answered(answer.result());
                    } else {
                        fail(answer.cause());
                    }
                });
        written = write(connected, request.body());
    }

    /** The answer's future tells every failure; without this handler Vert.x would log it too. */
    private static HttpClientRequest quiet(HttpClientRequest connected) {
        return connected.exceptionHandler(thrown -> {});
    }

    private static Future<Void> write(HttpClientRequest connected, @Nullable RequestBody body) {
        if (body != null) {
            return connected.end(body.bytes());
        }
        if (WITH_BODY.contains(connected.getMethod())) {
            connected.putHeader(HttpHeaders.CONTENT_LENGTH, "0");
        }
        return connected.end();
    }

    private void answered(Answer answer) {
        if (over) {
            return;
        }
        abortIfUnwritten();
        sent = null;
        try {
            Optional<PreparedRequest> next =
                    settings.redirects() == 0 ? Optional.empty() : Redirect.of(request, answer);
            if (next.isPresent()) {
                follow(next.get());
                return;
            }
        } catch (AnswerException e) {
            fail(e);
            return;
        }
        over = true;
        leave();
        end.answered(request, answer);
    }

    private void follow(PreparedRequest next) {
        redirects++;
        if (redirects > settings.redirects()) {
            throw new AnswerException("redirects more than " + settings.redirects() + " times", null);
        }
        request = next;
        connect();
    }

    private void fail(Throwable thrown) {
        if (!over) {
            over = true;
            abort();
            leave();
            end.failed(request, thrown);
        }
    }

    /** Gives the turn back; while a connection is being made it is still used, and is given back behind that. */
    private void leave() {
        if (!connecting) {
            admission.leave(turn);
        }
    }

    private void abort() {
        if (sent != null) {
            sent.reset();
            abortIfUnwritten();
        }
    }

    /** A server that does not read would otherwise keep the connection, which waits for its last bytes to go. */
    private void abortIfUnwritten() {
        if (sent != null && !written.isComplete()) {
            sent.reset();
            if (sent.connection() instanceof HttpClientConnection connection) {
                // The channel's own close would wait for what is not written.
                connection.channelHandlerContext().close();
            }
        }
    }
}
