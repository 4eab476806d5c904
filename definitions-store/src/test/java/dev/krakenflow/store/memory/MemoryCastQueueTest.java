package dev.krakenflow.store.memory;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastQueueContract;
import dev.krakenflow.cast.Casts;

final class MemoryCastQueueTest extends CastQueueContract {

    @Override
    protected Casts casts(CastBounds bounds) {
        return MemoryCasts.of(bounds);
    }
}
