package dev.krakenflow.function.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The plans in memory, and the names that are known to have none; both are bounded. Thread-safe. */
final class Plans {

    private final Map<String, CachedPlan> byName = new ConcurrentHashMap<>();
    private final int most;

    Plans(int most) {
        this.most = most;
    }

    @Nullable CachedPlan get(String pipeline) {
        return byName.get(pipeline);
    }

    List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /** Keeps a plan unless a newer one is there; what goes is dropped. */
    void keep(String pipeline, CachedPlan fresh) {
        List<CachedPlan> gone = new ArrayList<>(1);
        byName.compute(pipeline, (name, old) -> {
            if (old == null) {
                return fresh;
            }
            boolean stays = old.isNewerThan(fresh);
            gone.add(stays ? fresh : old);
            return stays ? old : fresh;
        });
        gone.forEach(CachedPlan::drop);
        if (byName.size() > most) {
            makeRoom();
        }
    }

    /** Puts another entry for the same runner in place of one, if that is still there. */
    void replace(String pipeline, CachedPlan old, CachedPlan same) {
        byName.replace(pipeline, old, same);
    }

    /** Lets go of names without a plan first, then of the tenth that was loaded longest ago. */
    private void makeRoom() {
        byName.values().removeIf(cached -> !cached.isDefined());
        byName.entrySet().stream()
                .sorted(Comparator.comparingLong(entry -> entry.getValue().sinceNanos()))
                .limit(Math.max(0, byName.size() - (most - most / 10)))
                .toList()
                .forEach(entry -> forget(entry.getKey(), entry.getValue()));
    }

    private void forget(String pipeline, CachedPlan cached) {
        if (byName.remove(pipeline, cached)) {
            cached.drop();
        }
    }
}
