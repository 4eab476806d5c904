package dev.krakenflow.benchmarks.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What the connections of one load count together. Lives on one event loop. */
final class LoadTally implements Tally {
    private final CompletableFuture<Load> result;
    private final Latencies latencies = new Latencies();
    private final long seconds;
    private final long end;
    private int open;
    private long late;

    LoadTally(CompletableFuture<Load> result, int connections, Duration time) {
        this.result = result;
        this.open = connections;
        this.seconds = time.toSeconds();
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public long pauseAfter(Answer answer, long latency, long now) {
        latencies.add(latency);
        boolean within = now - end < 0;
        if (!within) {
            late++;
        }
        return within && !result.isDone() ? 0 : END;
    }

    @Override
    public void connectionEnded() {
        open--;
        if (open == 0) {
            result.complete(load());
        }
    }

    /** Ends the load: a load with one wrong answer is worth nothing. */
    @Override
    public void fail(Throwable cause) {
        result.completeExceptionally(cause);
    }

    private Load load() {
        return new Load(
                latencies.count(),
                (double) (latencies.count() - late) / seconds,
                latencies.percentile(50),
                latencies.percentile(99),
                latencies.percentile(100));
    }
}
