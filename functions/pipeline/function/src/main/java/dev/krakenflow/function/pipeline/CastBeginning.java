package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * When this process begins to run casts: a little behind its start, as no first event needs that, or when somebody casts here
 * before and nobody else runs them. Thread-safe.
 */
final class CastBeginning {
    static final Duration BEHIND_THE_START = Duration.ofSeconds(1);
    static final Duration PAUSE = Duration.ofMillis(20);

    /** How long after it began this process may take to be known to the queue. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Scheduler scheduler;
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private volatile @Nullable Long begunNanos;

    CastBeginning(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Called with the start, where this process is to run casts; {@code begin} is run once. */
    void plan(Runnable begin) {
        waiting.set(begin);
        scheduler.after(BEHIND_THE_START, this::begin);
    }

    /** What has not begun does not begin any more. */
    void forget() {
        waiting.set(null);
    }

    /** Offers a cast, and again for as long as the only consumer that there could be is this process, which has just begun. */
    Uni<Acceptance> offer(CastQueue queue, Cast cast) {
        return queue.offer(cast)
                .chain(answer -> answer instanceof Acceptance.NoConsumer && isComing()
                        ? pause().chain(() -> offer(queue, cast))
                        : Uni.createFrom().item(answer));
    }

    private void begin() {
        Runnable begin = waiting.getAndSet(null);
        if (begin != null) {
            begunNanos = scheduler.nanoTime();
            begin.run();
        }
    }

    private boolean isComing() {
        begin();
        Long begun = begunNanos;
        return begun != null && scheduler.nanoTime() - begun < PATIENCE.toNanos();
    }

    private Uni<Void> pause() {
        return Uni.createFrom().emitter(emitter -> scheduler.after(PAUSE, () -> emitter.complete(null)));
    }
}
