package dev.krakenflow.function.pipeline.stream;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Says when a stream has stood still for too long. One timer at a time, however often something moves. */
final class IdleWatch {

    private final Scheduler scheduler;
    private final Duration limit;
    private final BooleanSupplier works;
    private final Runnable whenIdle;
    private @Nullable Cancellable timer;
    private long movedNanos;

    /** @param works whether the stream is not to blame at the moment that nothing moves */
    IdleWatch(Scheduler scheduler, Duration limit, BooleanSupplier works, Runnable whenIdle) {
        this.scheduler = scheduler;
        this.limit = limit;
        this.works = works;
        this.whenIdle = whenIdle;
    }

    void begin() {
        moved();
        timer = scheduler.after(limit, this::look);
    }

    void moved() {
        movedNanos = scheduler.nanoTime();
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void look() {
        if (timer == null) {
            return;
        }
        if (works.getAsBoolean()) {
            moved();
        }
        Duration left = limit.minusNanos(scheduler.nanoTime() - movedNanos);
        if (left.isPositive()) {
            timer = scheduler.after(left, this::look);
        } else {
            timer = null;
            whenIdle.run();
        }
    }
}
