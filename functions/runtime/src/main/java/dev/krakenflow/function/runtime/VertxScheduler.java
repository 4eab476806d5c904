package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/**
 * Time and turns of Vert.x. A task runs on the event loop that asked for it; who asks from no loop gets one of Vert.x'
 * choice. One for a process.
 */
public final class VertxScheduler implements Scheduler {

    private final Vertx vertx;

    public VertxScheduler(Vertx vertx) {
        this.vertx = vertx;
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
        vertx.getOrCreateContext().runOnContext(turn -> task.run());
    }

    @Override
    public Cancellable after(Duration pause, Runnable task) {
        long timer = vertx.setTimer(wholeMillis(pause), id -> task.run());
        return () -> vertx.cancelTimer(timer);
    }

    /** Rounded up, because a timer must not fire early; Vert.x takes no pause below one millisecond. */
    private static long wholeMillis(Duration pause) {
        long millis = pause.plusNanos(999_999).toMillis();
        return Math.max(1, millis);
    }
}
