package dev.krakenflow.function.admin.testing;

import dev.krakenflow.engine.Scheduler;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Time that goes on only when a test says so. For one thread. */
public final class ScriptedScheduler implements Scheduler {

    private record Task(long due, Runnable work) {}

    /** The pauses that were asked for. */
    public final List<Duration> pauses = new ArrayList<>();

    private final List<Task> tasks = new ArrayList<>();
    private long now;

    /** Lets time pass, with everything that is due in it. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        for (Optional<Task> next = next(end); next.isPresent(); next = next(end)) {
            tasks.remove(next.get());
            now = next.get().due();
            next.get().work().run();
        }
        now = end;
    }

    private Optional<Task> next(long end) {
        return tasks.stream().filter(task -> task.due() <= end).min(Comparator.comparingLong(Task::due));
    }

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
        tasks.add(new Task(now, task));
    }

    @Override
    public Cancellable after(Duration pause, Runnable work) {
        pauses.add(pause);
        Task task = new Task(now + pause.toNanos(), work);
        tasks.add(task);
        return () -> tasks.remove(task);
    }
}
