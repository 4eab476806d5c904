package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.runtime.Suspendable;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What a process reads before it is ready: the routing, and the plans that it is told to have at hand, so that the first
 * events do not meet a connection to the store that is still being made, with code that has never run. Where the store does
 * not answer it is over after a while all the same: that is no reason to take a process away. Thread-safe.
 */
final class FirstReading implements Suspendable {
    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Duration PAUSE = Duration.ofMillis(100);

    private static final Logger LOG = Logger.getLogger(FirstReading.class);

    private final PlanCache plans;
    private final List<String> preload;
    private final Scheduler scheduler;
    private final CountDownLatch over = new CountDownLatch(1);

    /** @param preload names of pipelines; those that there are not are told in the log, and keep nobody from being ready */
    FirstReading(PlanCache plans, List<String> preload, Scheduler scheduler) {
        this.plans = plans;
        this.preload = List.copyOf(preload);
        this.scheduler = scheduler;
    }

    /** Begins, and does not wait. Called once. */
    void begin() {
        scheduler.after(PATIENCE, this::end);
        read();
    }

    /** Whether the process may be sent events. */
    boolean isOver() {
        return over.getCount() == 0;
    }

    /** A snapshot holds the plans: waits for them. */
    @Override
    public void suspend() {
        try {
            if (!over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The snapshot holds no plans: the store has not answered");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether something has changed since is asked with the first event, as after any silence. */
    @Override
    public void resume() {}

    private void read() {
        if (!isOver()) {
            Uni.join()
                    .all(readings())
                    .andCollectFailures()
                    .subscribe()
                    .with(known -> end(), away -> scheduler.after(PAUSE, this::read));
        }
    }

    /** All at the same time. */
    private List<Uni<Void>> readings() {
        List<Uni<Void>> readings = new ArrayList<>();
        readings.add(plans.routing().replaceWithVoid());
        preload.forEach(pipeline -> readings.add(preload(pipeline)));
        return readings;
    }

    private Uni<Void> preload(String pipeline) {
        return plans.find(pipeline)
                .invoke(SharedRunner::release)
                .replaceWithVoid()
                .onFailure(RequestException.class)
                .invoke(refused -> LOG.warnf(
                        "kraken.preload names the pipeline %s, which cannot be loaded: %s",
                        pipeline, refused.failure().detail()))
                .onFailure(RequestException.class)
                .recoverWithNull();
    }

    private void end() {
        over.countDown();
    }
}
