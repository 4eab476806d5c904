package dev.krakenflow.observability.metrics;

import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.engine.Scheduler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Measures how many casts wait or are dead, of each pipeline that has some: asks the queue now and then, and shows what it
 * answered last. While it does not answer nothing is shown. Thread-safe; one for a process.
 */
final class CastMetrics {
    static final String PENDING = "kraken.cast.pending";
    static final String DEAD = "kraken.cast.dead";

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final CastQueue queue;
    private final Scheduler scheduler;
    private final int most;
    private final MultiGauge pending;
    private final MultiGauge dead;
    private volatile boolean stopped;

    /** @param most pipelines that are shown */
    CastMetrics(CastQueue queue, Scheduler scheduler, MeterRegistry registry, int most) {
        this.queue = queue;
        this.scheduler = scheduler;
        this.most = most;
        this.pending = MultiGauge.builder(PENDING)
                .description("Casts that wait, run, or will run again")
                .register(registry);
        this.dead = MultiGauge.builder(DEAD)
                .description("Casts that are kept until they are redriven")
                .register(registry);
    }

    /** Asks now, and again some seconds behind each answer. */
    void start() {
        if (!stopped) {
            queue.depths().subscribe().with(this::show, away -> show(Map.of()));
        }
    }

    void stop() {
        stopped = true;
    }

    private void show(Map<String, CastDepth> depths) {
        pending.register(rows(depths, CastDepth::pending), true);
        dead.register(rows(depths, CastDepth::dead), true);
        scheduler.after(PAUSE, this::start);
    }

    private List<Row<?>> rows(Map<String, CastDepth> depths, ToLongFunction<CastDepth> number) {
        return depths.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(most)
                .<Row<?>>map(it -> Row.of(Tags.of("pipeline", it.getKey()), number.applyAsLong(it.getValue())))
                .toList();
    }
}
