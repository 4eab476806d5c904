package dev.krakenflow.store.memory;

import dev.krakenflow.memo.KeyValues;
import dev.krakenflow.memo.KeyValuesContract;

final class MemoryKeyValuesTest extends KeyValuesContract {

    private final KeyValues values = new MemoryKeyValues();

    @Override
    protected KeyValues values() {
        return values;
    }
}
