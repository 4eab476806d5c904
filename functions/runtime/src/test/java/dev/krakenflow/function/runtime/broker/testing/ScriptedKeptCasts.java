package dev.krakenflow.function.runtime.broker.testing;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.KeptCasts;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Dead casts in a list. Thread-safe. */
public final class ScriptedKeptCasts implements KeptCasts {

    private final List<CastMessage> kept = new CopyOnWriteArrayList<>();

    @Override
    public Uni<Boolean> keep(CastMessage dead) {
        return Uni.createFrom().item(() -> kept.add(dead));
    }

    @Override
    public Uni<Integer> count(String pipeline) {
        return Uni.createFrom().item(() -> of(pipeline).size());
    }

    @Override
    public Uni<@Nullable CastMessage> first(String pipeline) {
        return Uni.createFrom().item(() -> of(pipeline).stream().findFirst().orElse(null));
    }

    @Override
    public Uni<Void> remove(CastMessage message) {
        return Uni.createFrom().voidItem().invoke(() -> kept.remove(message));
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return Uni.createFrom()
                .voidItem()
                .invoke(() -> kept.removeIf(it -> it.pipeline().equals(pipeline)));
    }

    private List<CastMessage> of(String pipeline) {
        return kept.stream().filter(it -> it.pipeline().equals(pipeline)).toList();
    }
}
