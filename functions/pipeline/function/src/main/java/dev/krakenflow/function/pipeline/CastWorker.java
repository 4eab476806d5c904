package dev.krakenflow.function.pipeline;

import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.TimeoutException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Runs what is cast, in this process: takes as many deliveries as there is room for, runs each when it is its turn, and
 * tells the queue what became of it, as often as that takes. Thread-safe.
 */
final class CastWorker {

    private static final Logger LOG = Logger.getLogger(CastWorker.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** Pauses do not grow beyond this many failures, to about three seconds. */
    private static final int MOST_DOUBLINGS = 6;

    private final CastConsumer consumer;
    private final CastRuns runs;
    private final CastLanes lanes;
    private final CastPauses pauses;
    private final Scheduler scheduler;
    private int failures;
    private volatile boolean stopped;
    private volatile boolean closed;

    CastWorker(CastConsumer consumer, CastRuns runs, CastLanes lanes, CastPauses pauses, Scheduler scheduler) {
        this.consumer = consumer;
        this.runs = runs;
        this.lanes = lanes;
        this.pauses = pauses;
        this.scheduler = scheduler;
    }

    /** Begins to take. */
    void start() {
        scheduler.soon(this::take);
    }

    /** Takes no more; what is here goes on. */
    void stop() {
        stopped = true;
        consumer.wake();
    }

    /** Waits until what is here is done; what is not by then goes to others. Blocks; for the end of the process. */
    void close(Duration patience) {
        stop();
        lanes.awaitEmpty(patience);
        closed = true;
        try {
            consumer.close().await().atMost(CLOSING);
        } catch (StoreUnavailableException | TimeoutException away) {
            LOG.debug("What this process held goes to others when it has not been heard of for a while");
        }
    }

    private void take() {
        if (!stopped) {
            consumer.take(lanes.room()).subscribe().with(this::taken, this::takeLater);
        }
    }

    private void taken(List<Delivery> deliveries) {
        if (failures > 0) {
            LOG.info("The queue of casts answers again");
            failures = 0;
        }
        deliveries.forEach(delivery -> lanes.enter(delivery.pipeline(), () -> run(delivery)));
        scheduler.soon(this::take);
    }

    private void takeLater(Throwable away) {
        if (stopped) {
            return;
        }
        if (failures == 0) {
            LOG.warn("The queue of casts does not answer, this process goes on asking");
        }
        failures++;
        pause(failures, this::take);
    }

    private void run(Delivery delivery) {
        String pipeline = delivery.pipeline();
        if (stopped) {
            ran(delivery, CastSettlement.notRun(Duration.ZERO));
            return;
        }
        runs.run(delivery, plan -> wakeIf(lanes.limit(pipeline, plan.limits().concurrency())))
                .subscribe()
                .with(settlement -> ran(delivery, settlement));
    }

    private void ran(Delivery delivery, CastSettlement settlement) {
        if (settlement.rests()) {
            lanes.close(delivery.pipeline(), settlement.again());
        }
        wakeIf(lanes.leave(delivery.pipeline()));
        settle(delivery, settlement, 1);
    }

    private void settle(Delivery delivery, CastSettlement settlement, int attempt) {
        if (closed) {
            return;
        }
        consumer.settle(delivery, settlement.states(), settlement.again())
                .subscribe()
                .with(
                        settled -> wakeIf(lanes.settle()),
                        away -> pause(attempt, () -> settle(delivery, settlement, attempt + 1)));
    }

    private void pause(int failed, Runnable next) {
        scheduler.after(pauses.after(FIRST_PAUSE, Math.min(MOST_DOUBLINGS, failed)), next);
    }

    private void wakeIf(boolean somebodyMayWait) {
        if (somebodyMayWait) {
            consumer.wake();
        }
    }
}
