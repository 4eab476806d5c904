package dev.krakenflow.function.pipeline;

import dev.krakenflow.store.DefinitionStore;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The routing in memory: read when it is needed for the first time, and again when it changed. Thread-safe. */
final class RoutingCache {

    private final DefinitionStore store;
    private final AtomicReference<@Nullable RoutingTable> table = new AtomicReference<>();
    private final AtomicReference<@Nullable Uni<RoutingTable>> loading = new AtomicReference<>();

    RoutingCache(DefinitionStore store) {
        this.store = store;
    }

    /** The routing; fails when it is not in memory and the store does not answer. */
    Uni<RoutingTable> get() {
        RoutingTable known = table.get();
        return known == null ? loadOnce() : Uni.createFrom().item(known);
    }

    /** Reads it again, if anybody needed it yet. */
    Uni<Void> refresh() {
        return Uni.createFrom()
                .deferred(() -> table.get() == null && loading.get() == null
                        ? Uni.createFrom().voidItem()
                        : load().replaceWithVoid());
    }

    private Uni<RoutingTable> loadOnce() {
        Uni<RoutingTable> mine =
                load().onTermination().invoke(() -> loading.set(null)).memoize().indefinitely();
        Uni<RoutingTable> others = loading.compareAndExchange(null, mine);
        return others == null ? mine : others;
    }

    private Uni<RoutingTable> load() {
        return store.routing().map(RoutingTable::of).map(this::keep);
    }

    /** Keeps what was read, unless something newer is there; gives what is there now. */
    private RoutingTable keep(RoutingTable fresh) {
        RoutingTable old = table.get();
        while (old == null || !old.isNewerThan(fresh)) {
            if (table.compareAndSet(old, fresh)) {
                return fresh;
            }
            old = table.get();
        }
        return old;
    }
}
