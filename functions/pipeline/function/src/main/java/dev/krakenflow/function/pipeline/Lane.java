package dev.krakenflow.function.pipeline;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * The events of a stream that one pipeline takes: so many at the same time as it allows, the others in their order behind
 * them. Thread-safe.
 */
final class Lane {

    private final Queue<UniEmitter<? super Lane>> waiting = new ArrayDeque<>();
    private int most = 1;
    private int under;

    /** Does work when its turn has come. Its place in the order is that of the subscription. */
    <T> Uni<T> pass(Supplier<Uni<T>> work) {
        return Uni.createFrom().<Lane>emitter(this::enter).chain(entered -> Ending.once(work.get(), this::leave));
    }

    /** From now on so many go at the same time. */
    void allow(int atOnce) {
        List<UniEmitter<? super Lane>> next;
        synchronized (this) {
            if (atOnce == most) {
                return;
            }
            most = atOnce;
            next = next();
        }
        next.forEach(turn -> turn.complete(this));
    }

    private void enter(UniEmitter<? super Lane> turn) {
        synchronized (this) {
            if (under >= most) {
                waiting.add(turn);
                return;
            }
            under++;
        }
        turn.complete(this);
    }

    private void leave() {
        List<UniEmitter<? super Lane>> next;
        synchronized (this) {
            under--;
            next = next();
        }
        next.forEach(turn -> turn.complete(this));
    }

    private List<UniEmitter<? super Lane>> next() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<UniEmitter<? super Lane>> next = new ArrayList<>();
        while (under < most && !waiting.isEmpty()) {
            next.add(waiting.remove());
            under++;
        }
        return next;
    }
}
