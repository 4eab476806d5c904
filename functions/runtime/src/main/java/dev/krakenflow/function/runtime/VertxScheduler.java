package dev.krakenflow.function.runtime;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

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

    /**
     * The task is scheduled, not queued: Netty runs what is queued in batches of up to 64 tasks before it looks at its
     * sockets again, so that tasks that hold the thread for some milliseconds each would keep everybody else waiting.
     */
    @Override
    public void soon(Runnable task) {
        ContextInternal context = (ContextInternal) vertx.getOrCreateContext();
        if (context.isEventLoopContext()) {
            // What the task throws, the context reports; the future says no more.
            var unused = context.nettyEventLoop().schedule(() -> context.dispatch(task), 0, TimeUnit.NANOSECONDS);
        } else {
            context.runOnContext(turn -> task.run());
        }
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
