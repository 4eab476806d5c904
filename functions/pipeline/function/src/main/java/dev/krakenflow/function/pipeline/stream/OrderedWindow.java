package dev.krakenflow.function.pipeline.stream;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The events of a stream that have begun and are not written: they enter in order, end in any, and leave in order. What
 * has ended and waits for one before it keeps its place, so nothing piles up. For one thread.
 */
final class OrderedWindow {

    private final Queue<StreamedEvent> begun = new ArrayDeque<>();
    private final int most;
    private int running;

    OrderedWindow(int most) {
        this.most = most;
    }

    boolean hasRoom() {
        return begun.size() < most;
    }

    boolean isEmpty() {
        return begun.isEmpty();
    }

    /** Whether anything in it still runs. */
    boolean isRunning() {
        return running > 0;
    }

    /** Takes the place behind all others. */
    StreamedEvent enter() {
        StreamedEvent event = new StreamedEvent();
        begun.add(event);
        running++;
        return event;
    }

    void done(StreamedEvent event, List<Line> lines) {
        event.done(lines);
        running--;
    }

    /** What came out of the first, which leaves; null while that runs, or when there is none. */
    @Nullable List<Line> poll() {
        StreamedEvent first = begun.peek();
        if (first == null || first.lines() == null) {
            return null;
        }
        begun.remove();
        return first.lines();
    }

    void cancel() {
        begun.forEach(StreamedEvent::cancel);
        begun.clear();
        running = 0;
    }
}
