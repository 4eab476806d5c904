package dev.krakenflow.store.memory;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells those who wait that something has changed; nothing is missed by who asks for the count first. Thread-safe. */
final class Signal {

    private final Set<UniEmitter<? super Void>> waiting = new HashSet<>();
    private long count;

    /** How often it was given. */
    synchronized long count() {
        return count;
    }

    /** Ends as soon as it was given more often than that. */
    Uni<Void> after(long seen) {
        return Uni.createFrom().emitter(emitter -> {
            emitter.onTermination(() -> remove(emitter));
            if (!add(emitter, seen)) {
                emitter.complete(null);
            }
        });
    }

    void give() {
        List<UniEmitter<? super Void>> woken;
        synchronized (this) {
            count++;
            woken = List.copyOf(waiting);
            waiting.clear();
        }
        woken.forEach(emitter -> emitter.complete(null));
    }

    private synchronized boolean add(UniEmitter<? super Void> emitter, long seen) {
        return count == seen && waiting.add(emitter);
    }

    private synchronized void remove(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
    }
}
