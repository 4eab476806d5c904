package dev.krakenflow.observability.metrics;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.observability.Stay;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/** Measures one stay in a component. */
final class ComponentMeasure extends Stay {
    private final RunMetrics all;
    private final Timer timer;
    private final long began;

    ComponentMeasure(RunMetrics all, Timer timer, @Nullable Stay around) {
        super(around);
        this.all = all;
        this.timer = timer;
        this.began = all.nanoTime();
    }

    @Override
    protected void end(boolean skipped, @Nullable Failure failure) {
        if (!skipped) {
            timer.record(all.nanoTime() - began, NANOSECONDS);
        }
    }
}
