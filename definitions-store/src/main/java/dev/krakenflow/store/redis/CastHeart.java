package dev.krakenflow.store.redis;

import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Says again and again that a consumer is there, however long its runs take, and lets go what those hold that are gone. As
 * long as it has not been heard itself for some beats nobody is gone: after Redis was away all are silent. Thread-safe.
 */
final class CastHeart {

    private static final int SURE = 3;

    private final Vertx vertx;
    private final PipelinedConnection connection;
    private final String consumer;
    private final CastPulse pulse;
    private final CastScript script = new CastScript("cast-beat.lua");
    private final AtomicBoolean beating = new AtomicBoolean();
    private final AtomicInteger heard = new AtomicInteger();
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
        String gone = heard.get() < SURE ? "" : Long.toString(pulse.gone().toMillis());
        script.run(connection, CastScript.arguments().add(consumer).add(gone))
                .onTermination()
                .invoke(() -> beating.set(false))
                .subscribe()
                .with(ignored -> heard.incrementAndGet(), failure -> heard.set(0));
    }
}
