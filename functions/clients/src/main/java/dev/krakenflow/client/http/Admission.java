package dev.krakenflow.client.http;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a number of calls through at once and keeps a number of others waiting, first come, first served. The pool of
 * connections is behind it and so never queues calls itself: a call that is cancelled while it waits is forgotten at once
 * and takes no connection later. Thread-safe.
 */
final class Admission {
    private final int atOnce;
    private final int mostWaiting;
    private final Set<Turn> inside = new LinkedHashSet<>();
    private final Set<Turn> waiting = new LinkedHashSet<>();
    private @Nullable Runnable whenEmpty;

    Admission(int atOnce, int mostWaiting) {
        this.atOnce = atOnce;
        this.mostWaiting = mostWaiting;
    }

    /** What became of a call that wanted to go in. */
    enum Entry {
        INSIDE,
        WAITING,
        /** Too many wait already. */
        FULL,
        CLOSED
    }

    /** One call's place, inside or waiting. */
    static final class Turn {
        private final Runnable begin;

        /**
         * @param begin run once when the call, after it waited, is inside; by the thread of the call that left
         */
        Turn(Runnable begin) {
            this.begin = begin;
        }
    }

    synchronized Entry enter(Turn turn) {
        if (whenEmpty != null) {
            return Entry.CLOSED;
        }
        if (inside.size() < atOnce) {
            inside.add(turn);
            return Entry.INSIDE;
        }
        if (waiting.size() < mostWaiting) {
            waiting.add(turn);
            return Entry.WAITING;
        }
        return Entry.FULL;
    }

    /** Leaves, or waits no longer. The next one goes in. Does nothing when called again. */
    void leave(Turn turn) {
        Runnable after;
        synchronized (this) {
            if (waiting.remove(turn) || !inside.remove(turn)) {
                return;
            }
            after = waiting.isEmpty() ? restIfEmpty() : admitNext();
        }
        after.run();
    }

    /** Lets nobody in any more, and runs a task as soon as those who are here have left. Called once. */
    void close(Runnable task) {
        Runnable after;
        synchronized (this) {
            whenEmpty = task;
            after = restIfEmpty();
        }
        after.run();
    }

    private Runnable admitNext() {
        Turn next = waiting.iterator().next();
        waiting.remove(next);
        inside.add(next);
        return next.begin;
    }

    private Runnable restIfEmpty() {
        return whenEmpty == null || !inside.isEmpty() ? () -> {} : whenEmpty;
    }
}
