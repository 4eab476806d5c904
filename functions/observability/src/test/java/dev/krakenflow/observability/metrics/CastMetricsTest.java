package dev.krakenflow.observability.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.engine.testing.ScriptedScheduler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CastMetricsTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ScriptedScheduler scheduler = new ScriptedScheduler();
    private final ScriptedDepths queue = new ScriptedDepths();
    private final CastMetrics metrics = new CastMetrics(queue, scheduler, registry, 2);

    private double pending(String pipeline) {
        return registry.get("kraken.cast.pending")
                .tags("pipeline", pipeline)
                .gauge()
                .value();
    }

    private double dead(String pipeline) {
        return registry.get("kraken.cast.dead")
                .tags("pipeline", pipeline)
                .gauge()
                .value();
    }

    private int shown() {
        return registry.find("kraken.cast.pending").gauges().size();
    }

    @Test
    void showsWhatTheQueueAnswersAndAsksAgainSomeSecondsLater() {
        queue.depths = Uni.createFrom().item(Map.of("a", new CastDepth(3, 1)));
        metrics.start();
        assertThat(pending("a")).isEqualTo(3);
        assertThat(dead("a")).isEqualTo(1);
        queue.depths = Uni.createFrom().item(Map.of("b", new CastDepth(2, 0)));
        scheduler.pass(Duration.ofSeconds(4));
        assertThat(pending("a")).isEqualTo(3);
        scheduler.pass(Duration.ofSeconds(1));
        assertThat(pending("b")).isEqualTo(2);
        assertThat(shown()).isEqualTo(1);
    }

    @Test
    void showsNothingWhileTheQueueIsAwayAndGoesOnAsking() {
        queue.depths = Uni.createFrom().item(Map.of("a", new CastDepth(3, 1)));
        metrics.start();
        queue.depths = Uni.createFrom().failure(new IllegalStateException("away"));
        scheduler.pass(Duration.ofSeconds(5));
        assertThat(shown()).isZero();
        queue.depths = Uni.createFrom().item(Map.of("a", new CastDepth(4, 1)));
        scheduler.pass(Duration.ofSeconds(5));
        assertThat(pending("a")).isEqualTo(4);
    }

    @Test
    void showsOnlySoManyPipelinesAndStopsWithTheProcess() {
        CastDepth depth = new CastDepth(1, 1);
        queue.depths = Uni.createFrom().item(Map.of("a", depth, "b", depth, "c", depth));
        metrics.start();
        assertThat(shown()).isEqualTo(2);
        metrics.stop();
        scheduler.pass(Duration.ofSeconds(5));
        assertThat(scheduler.timers()).isZero();
    }

    /** A queue that is asked for its depths alone. */
    private static final class ScriptedDepths implements CastQueue {
        private Uni<Map<String, CastDepth>> depths = Uni.createFrom().item(Map.of());

        @Override
        public Uni<Map<String, CastDepth>> depths() {
            return depths;
        }

        @Override
        public Uni<Acceptance> offer(Cast cast) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<CastState> find(String reference) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Integer> redrive(String pipeline) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Uni<Void> forget(String pipeline) {
            throw new UnsupportedOperationException();
        }
    }
}
