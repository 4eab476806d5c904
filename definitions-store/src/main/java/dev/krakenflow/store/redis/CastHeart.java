package dev.krakenflow.store.redis;

import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Says again and again that a consumer is there, however long its runs take, and lets the others have what those hold that
 * are gone. Thread-safe.
 */
final class CastHeart {

    private final Vertx vertx;
    private final PipelinedConnection connection;
    private final String consumer;
    private final CastPulse pulse;
    private final CastScript script = new CastScript("cast-beat.lua");
    private final AtomicBoolean beating = new AtomicBoolean();
    private @Nullable Long timer;
    private boolean stopped;

    CastHeart(Vertx vertx, PipelinedConnection connection, String consumer, CastPulse pulse) {
        this.vertx = vertx;
        this.connection = connection;
        this.consumer = consumer;
        this.pulse = pulse;
    }

    /** Starts it, unless it was before. */
    synchronized void start() {
        if (timer == null && !stopped) {
            timer = vertx.setPeriodic(pulse.beat().toMillis(), ignored -> beat());
        }
    }

    /** For good. Gives whether it was started. */
    synchronized boolean stop() {
        stopped = true;
        return timer != null && vertx.cancelTimer(timer);
    }

    private void beat() {
        if (!beating.compareAndSet(false, true)) {
            return;
        }
        CastScript.Arguments arguments =
                CastScript.arguments().add(consumer).add(pulse.gone().toMillis());
        script.run(connection, arguments)
                .subscribe()
                .with(ignored -> beating.set(false), failure -> beating.set(false));
    }
}
