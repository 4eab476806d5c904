package dev.krakenflow.store.memory;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.Casts;
import java.time.InstantSource;

/** A queue in memory and its consumers. */
record MemoryCasts(MemoryCastQueue queue) implements Casts {

    static Casts of(CastBounds bounds) {
        return new MemoryCasts(new MemoryCastQueue(InstantSource.system(), bounds));
    }

    @Override
    public CastConsumer consumer() {
        return queue.consumer();
    }
}
