package dev.krakenflow.benchmarks.calls;

import dev.krakenflow.benchmarks.http.Answer;
import dev.krakenflow.benchmarks.http.Tally;
import java.util.concurrent.CompletableFuture;

/** Counts the answers of some connections until it is stopped. Lives on the generator's event loop. */
final class CallTally implements Tally {
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AnswerCheck check;
    private final long pauseMillis;
    private CallWindow window = new CallWindow();
    private volatile int answers;
    private int open;
    private boolean stopping;

    CallTally(AnswerCheck check, int connections, long pauseMillis) {
        this.check = check;
        this.open = connections;
        this.pauseMillis = pauseMillis;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread counts, others look
    public long pauseAfter(Answer answer, long latency, long now) {
        if (check.isRight(answer, now - latency)) {
            window.right(latency);
        } else {
            window.wrong(latency, answer.toString());
        }
        answers++;
        return stopping ? END : pauseMillis;
    }

    /** What came since this was asked last. */
    CallWindow take() {
        CallWindow taken = window;
        window = new CallWindow();
        return taken;
    }

    /** All answers so far; asked by any thread. */
    int answers() {
        return answers;
    }

    /** Lets each connection end with its next answer. */
    void stop() {
        stopping = true;
    }

    /** Done when all connections have ended; fails when one breaks. */
    CompletableFuture<Void> ended() {
        return ended;
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
