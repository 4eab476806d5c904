package dev.krakenflow.store.memory;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.cast.CastStatesContract;
import java.time.InstantSource;

final class MemoryCastStatesTest extends CastStatesContract {

    @Override
    protected CastStates states(CastBounds bounds) {
        return new MemoryCastStates(InstantSource.system(), bounds);
    }
}
