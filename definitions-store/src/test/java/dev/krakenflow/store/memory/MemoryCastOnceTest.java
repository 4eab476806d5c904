package dev.krakenflow.store.memory;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastOnceContract;
import dev.krakenflow.cast.Casts;

final class MemoryCastOnceTest extends CastOnceContract {

    @Override
    protected Casts casts(CastBounds bounds) {
        return MemoryCasts.of(bounds);
    }
}
