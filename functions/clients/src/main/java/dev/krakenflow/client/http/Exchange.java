package dev.krakenflow.client.http;

import dev.krakenflow.client.http.Admission.Turn;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClientRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: waits for its turn, connects, sends, reads the answer, and again for each redirect. All of it happens on one
 * loop; whatever the end is, it comes once, and the turn is given back once.
 */
final class Exchange {
    private final Admission admission;
    private final Connections connections;
    private final Loop loop;
    private final ExchangeSettings settings;
    private final ExchangeEnd end;
    private final Turn turn = new Turn(this::beginLater);
    private PreparedRequest request;
    private int redirects;
    private boolean over;
    private boolean connecting;
    private boolean everSent;
    private @Nullable SentRequest sent;

    Exchange(
            Admission admission,
            Connections connections,
            Loop loop,
            ExchangeSettings settings,
            PreparedRequest request,
            ExchangeEnd end) {
        this.admission = admission;
        this.connections = connections;
        this.loop = loop;
        this.settings = settings;
        this.request = request;
        this.end = end;
    }

    /** Begins. Called once, from any thread. */
    void start() {
        loop.run(() -> {
            if (over) {
                return;
            }
            Admission.Entry entry = admission.enter(turn);
            switch (entry) {
                case INSIDE -> resolve();
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
            }
        });
    }

    private void beginLater() {
        loop.later(this::resolve);
    }

    private void resolve() {
        if (over) {
            return;
        }
        connections.addresses(request, loop).onSuccess(this::connect).onFailure(this::fail);
    }

    private void connect(List<InetAddress> addresses) {
        if (over) {
            return;
        }
        connecting = true;
        connections.connect(request, addresses, () -> over).onComplete(this::connected);
    }

    private void connected(AsyncResult<HttpClientRequest> connection) {
        connecting = false;
        if (!over && connection.succeeded()) {
            trySending(connection.result());
        } else if (!over) {
            fail(connection.cause());
        } else {
            if (connection.succeeded()) {
                SentRequest.giveBack(connection.result());
            }
            leave();
        }
    }

    private void trySending(HttpClientRequest connected) {
        try {
            send(connected);
        } catch (RuntimeException e) {
            fail(CallFailures.unexpected(request, e));
        }
    }

    private void send(HttpClientRequest connected) {
        if (settings.deadlineHeader() != null) {
            connected.putHeader(
                    settings.deadlineHeader(),
                    Long.toString(settings.millisLeft().getAsLong()));
        }
        everSent = true;
        sent = SentRequest.send(connected, request.body(), settings.maxResponse(), this::next);
        sent.next().onSuccess(this::answered).onFailure(this::fail);
    }

    /** What an answer leads to. Asked before its connection is given back, which an answer of no use prevents. */
    private Runnable next(Answer answer) {
        Optional<PreparedRequest> redirected =
                settings.redirects() == 0 ? Optional.empty() : Redirect.of(request, answer);
        if (redirected.isPresent()) {
            return follow(redirected.get());
        }
        Runnable told = end.answered(request, answer);
        return () -> {
            over = true;
            leave();
            told.run();
        };
    }

    private Runnable follow(PreparedRequest redirected) {
        redirects++;
        if (redirects > settings.redirects()) {
            throw new AnswerException("redirects more than " + settings.redirects() + " times", null);
        }
        return () -> {
            request = redirected;
            resolve();
        };
    }

    private void answered(Runnable next) {
        if (over) {
            return;
        }
        sent = null;
        next.run();
    }

    private void fail(Throwable thrown) {
        if (!over) {
            over = true;
            abort();
            end.failed(request, thrown, everSent);
        }
    }

    private void abort() {
        if (sent != null) {
            sent.abort();
        }
        leave();
    }

    /** Gives the turn back; while a connection is being made it is still used, and is given back behind that. */
    private void leave() {
        if (!connecting) {
            admission.leave(turn);
        }
    }
}
