package dev.krakenflow.engine.testing;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Time that passes only when a test says so. The clock begins at the real one, because expressions measure their bounds
 * with that.
 */
public final class ScriptedScheduler implements Scheduler {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final long startNanos = System.nanoTime();
    private final Queue<Runnable> soon = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::atNanos));
    private long nanoTime = startNanos;
    private Duration perLook = Duration.ZERO;
    private int timersSet;
    private int looks;

    /** Lets this much time pass whenever somebody looks at the clock. */
    public void passPerLook(Duration time) {
        perLook = time;
    }

    /** Runs what was put off, until there is nothing. */
    public void runSoon() {
        for (Runnable task = soon.poll(); task != null; task = soon.poll()) {
            task.run();
        }
    }

    /** Runs only the first of what was put off. */
    public boolean runOne() {
        Runnable task = soon.poll();
        if (task != null) {
            task.run();
        }
        return task != null;
    }

    /** Lets time pass, and the timers that end in it go off at their moments. */
    public void pass(Duration time) {
        long end = nanoTime + time.toNanos();
        for (Timer timer = timers.peek(); timer != null && timer.atNanos() <= end; timer = timers.peek()) {
            timers.remove();
            nanoTime = Math.max(nanoTime, timer.atNanos());
            timer.task().run();
            runSoon();
        }
        nanoTime = end;
    }

    /** How many timers wait. */
    public int timers() {
        return timers.size();
    }

    /** How many timers were ever set. */
    public int timersSet() {
        return timersSet;
    }

    /** How often somebody looked at the clock. */
    public int looks() {
        return looks;
    }

    @Override
    public long nanoTime() {
        looks++;
        nanoTime += perLook.toNanos();
        return nanoTime;
    }

    @Override
    public Instant now() {
        return START.plusNanos(nanoTime - startNanos);
    }

    @Override
    public void soon(Runnable task) {
        soon.add(task);
    }

    @Override
    public Cancellable after(Duration pause, Runnable task) {
        Timer timer = new Timer(nanoTime + pause.toNanos(), task);
        timers.add(timer);
        timersSet++;
        return () -> timers.remove(timer);
    }

    /** Equal to itself only. */
    private static final class Timer {
        private final long atNanos;
        private final Runnable task;

        Timer(long atNanos, Runnable task) {
            this.atNanos = atNanos;
            this.task = task;
        }

        long atNanos() {
            return atNanos;
        }

        Runnable task() {
            return task;
        }
    }
}
