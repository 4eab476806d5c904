package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.DeadCasts;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Keeps dead casts in a list, or says that it does not. Used by one thread. */
public final class RecordingDeadCasts implements DeadCasts {

    /** What was to be kept. */
    public final List<CastMessage> kept = new ArrayList<>();

    private boolean keeps = true;

    /** It keeps nothing more. */
    public void isFull() {
        keeps = false;
    }

    @Override
    public Uni<Boolean> keep(CastMessage dead) {
        return Uni.createFrom().item(() -> {
            kept.add(dead);
            return keeps;
        });
    }
}
