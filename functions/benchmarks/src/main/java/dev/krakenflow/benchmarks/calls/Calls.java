package dev.krakenflow.benchmarks.calls;

import dev.krakenflow.benchmarks.http.Exchange;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Callers of one server, each of which calls again some time after its answer, until they are stopped. Thread-safe. */
public final class Calls {
    private static final Duration LAST_ANSWER = Duration.ofSeconds(30);

    private final LoadGenerator generator;
    private final CallTally tally;

    private Calls(LoadGenerator generator, CallTally tally) {
        this.generator = generator;
        this.tally = tally;
    }

    /**
     * Callers begin.
     *
     * @param exchanges what each caller sends in turn; what is right is for {@code check} to say
     * @param pauseMillis from an answer to the next call
     */
    public static Calls begin(
            LoadGenerator generator,
            int port,
            List<Exchange> exchanges,
            AnswerCheck check,
            int callers,
            long pauseMillis) {
        CallTally tally = new CallTally(check, callers, pauseMillis);
        generator.run(() -> generator.connect(port, exchanges, callers, tally));
        return new Calls(generator, tally);
    }

    /** Waits until there have been so many answers. */
    public void awaitAnswers(int count) throws InterruptedException, ExecutionException {
        while (tally.answers() < count) {
            mustGoOn();
            Thread.sleep(1);
        }
    }

    /**
     * What they were answered since the last time.
     *
     * @throws ExecutionException when a connection broke
     */
    public CallWindow take() throws InterruptedException, ExecutionException {
        mustGoOn();
        CompletableFuture<CallWindow> window = new CompletableFuture<>();
        generator.run(() -> window.complete(tally.take()));
        return window.get();
    }

    /** Lets each caller end with its next answer, waits for those, and gives what came since the last window. */
    public CallWindow stop() throws InterruptedException, ExecutionException, TimeoutException {
        generator.run(tally::stop);
        tally.ended().get(LAST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        return take();
    }

    /** All answers so far. */
    public int answers() {
        return tally.answers();
    }

    private void mustGoOn() throws InterruptedException, ExecutionException {
        if (tally.ended().isCompletedExceptionally()) {
            tally.ended().get();
        }
    }
}
