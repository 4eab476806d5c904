package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that passes when a test says so. Used by one thread. */
public final class ScriptedScheduler implements Scheduler {

    private record Timer(long at, Runnable task) {}

    private final List<Timer> timers = new ArrayList<>();
    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public void soon(Runnable task) {
        timers.add(new Timer(now, task));
    }

    @Override
    public Cancellable after(Duration pause, Runnable task) {
        Timer timer = new Timer(now + pause.toNanos(), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    /** Lets time pass, and does what falls due, in order. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        List<Timer> due = timers.stream()
                .filter(timer -> timer.at() <= end)
                .sorted(Comparator.comparingLong(Timer::at))
                .toList();
        timers.removeAll(due);
        now = end;
        due.forEach(timer -> timer.task().run());
    }
}
