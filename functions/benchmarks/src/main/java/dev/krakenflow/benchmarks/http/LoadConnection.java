package dev.krakenflow.benchmarks.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.util.List;

/**
 * One connection of a closed loop: its next request goes out when the answer to the last has come, or a pause later.
 * Lives on one event loop.
 */
final class LoadConnection {
    private final Vertx timers;
    private final NetSocket socket;
    private final List<Exchange> exchanges;
    private final Tally tally;
    private final AnswerReader reader = new AnswerReader();
    private int turn;
    private long sentAt;

    LoadConnection(Vertx timers, NetSocket socket, List<Exchange> exchanges, int first, Tally tally) {
        this.timers = timers;
        this.socket = socket;
        this.exchanges = exchanges;
        this.turn = first % exchanges.size();
        this.tally = tally;
        socket.handler(this::received);
        socket.exceptionHandler(tally::fail);
        socket.closeHandler(closed -> tally.fail(new IllegalStateException("the server closed a connection")));
    }

    void send() {
        sentAt = System.nanoTime();
        socket.write(exchanges.get(turn).request()).onFailure(tally::fail);
    }

    private void received(Buffer more) {
        try {
            reader.add(more).ifPresent(this::answered);
        } catch (RuntimeException unreadable) {
            tally.fail(unreadable);
        }
    }

    private void answered(Answer answer) {
        long now = System.nanoTime();
        if (!exchanges.get(turn).right().test(answer)) {
            tally.fail(new IllegalStateException("wrong answer: " + answer));
            return;
        }
        turn = (turn + 1) % exchanges.size();
        long pause = tally.pauseAfter(answer, now - sentAt, now);
        if (pause == Tally.END) {
            socket.closeHandler(closed -> tally.connectionEnded());
            socket.close().onFailure(tally::fail);
        } else if (pause == 0) {
            send();
        } else {
            timers.setTimer(pause, over -> send());
        }
    }
}
