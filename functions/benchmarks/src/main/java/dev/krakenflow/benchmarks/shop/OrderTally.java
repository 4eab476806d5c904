package dev.krakenflow.benchmarks.shop;

import dev.krakenflow.benchmarks.http.Answer;
import dev.krakenflow.benchmarks.http.Tally;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What some customers are answered, window by window. Lives on the generator's event loop. */
final class OrderTally implements Tally {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final long pauseMillis;
    private Window window = new Window();
    private long began = System.nanoTime();
    private int open;
    private boolean stopping;
    private String wrong = "";

    /**
     * A tally of so many connections.
     *
     * @param pauseMillis how long who was refused stays away
     */
    OrderTally(int connections, long pauseMillis) {
        this.open = connections;
        this.pauseMillis = pauseMillis;
    }

    @Override
    public long pauseAfter(Answer answer, long latency, long now) {
        window.add(answer, latency);
        AnswerKind kind = AnswerKind.of(answer);
        if (kind == AnswerKind.WRONG && wrong.isEmpty()) {
            wrong = answer.toString();
        }
        if (stopping) {
            return END;
        }
        return kind == AnswerKind.OVERLOADED || kind == AnswerKind.FULL ? pauseMillis : 0;
    }

    /** What came since the last time that this was asked. */
    Window take() {
        long now = System.nanoTime();
        Window taken = window.over(Duration.ofNanos(now - began));
        window = new Window();
        began = now;
        return taken;
    }

    /** Lets each connection end with its next answer. */
    void stop() {
        stopping = true;
    }

    /** Done when all connections have ended; fails when one breaks. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** The first answer that was wrong; empty for none. */
    String wrong() {
        return wrong;
    }

    @Override
    public void connectionEnded() {
        open--;
        if (open == 0) {
            ended.complete(null);
        }
    }

    @Override
    public void fail(Throwable cause) {
        ended.completeExceptionally(cause);
    }
}
