package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Lets everything that belongs to one invocation take turns: one after another, in order, on the thread of whoever
 * brings a turn while none goes on. So what is mutable in an invocation needs no locks, a turn that is added during
 * another costs no stack, and the thread is given back in time.
 */
final class Turns {
    /** Well below the 5 ms that others may have to wait, because several invocations can share one thread. */
    private static final long SLICE_NANOS = 2_000_000;

    private final Scheduler scheduler;
    private final Consumer<Throwable> unexpected;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private long sliceStart;

    /** @param unexpected is told what a turn throws; the other turns go on */
    Turns(Scheduler scheduler, Consumer<Throwable> unexpected) {
        this.scheduler = scheduler;
        this.unexpected = unexpected;
    }

    /** Adds a turn from any thread; returns at once when another turn goes on. */
    void add(Runnable turn) {
        if (count.compareAndSet(0, 1)) {
            takeTurns(turn);
            return;
        }
        waiting.add(turn);
        if (count.getAndIncrement() == 0) {
            takeWaiting();
        }
    }

    /** Whether the turn that goes on has held the thread long enough and should go on in another turn. */
    boolean sliceOver(long now) {
        return now - sliceStart >= SLICE_NANOS;
    }

    private void takeWaiting() {
        takeTurns(requireNonNull(waiting.poll()));
    }

    /** Takes this turn, which is counted and does not wait, and then those that wait. */
    private void takeTurns(Runnable first) {
        sliceStart = scheduler.nanoTime();
        Runnable turn = first;
        while (true) {
            take(turn);
            if (count.decrementAndGet() == 0) {
                return;
            }
            if (sliceOver(scheduler.nanoTime())) {
                scheduler.soon(this::takeWaiting);
                return;
            }
            turn = requireNonNull(waiting.poll());
        }
    }

    private void take(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable thrown) {
            unexpected.accept(thrown);
        }
    }
}
