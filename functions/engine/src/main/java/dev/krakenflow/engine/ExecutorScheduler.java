package dev.krakenflow.engine;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Time and turns of a plain JVM, on an executor that the caller owns and closes. An executor that removes cancelled
 * tasks at once keeps no finished run in memory.
 *
 * @see java.util.concurrent.ScheduledThreadPoolExecutor#setRemoveOnCancelPolicy
 */
public final class ExecutorScheduler implements Scheduler {
    private final ScheduledExecutorService executor;

    public ExecutorScheduler(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void soon(Runnable task) {
        executor.execute(task);
    }

    @Override
    public Cancellable after(Duration pause, Runnable task) {
        ScheduledFuture<?> future = executor.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
