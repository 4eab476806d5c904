package dev.krakenflow.function.pipeline.stream;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks, some times a second, whether the caller is still there. A connection that is not read, because the body waits for
 * room, says of its end only when something is written. On the event loop of its stream.
 */
final class Heartbeat {

    /** The first beat to a caller who has left makes its side refuse, the second one meets that. */
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Scheduler scheduler;
    private final Runnable beat;
    private @Nullable Cancellable timer;

    Heartbeat(Scheduler scheduler, Runnable beat) {
        this.scheduler = scheduler;
        this.beat = beat;
    }

    void begin() {
        timer = scheduler.after(PAUSE, this::look);
    }

    void stop() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    private void look() {
        if (timer != null) {
            begin();
            beat.run();
        }
    }
}
