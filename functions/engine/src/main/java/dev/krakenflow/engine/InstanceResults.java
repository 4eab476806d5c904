package dev.krakenflow.engine;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results that this process keeps for itself. */
record InstanceResults(ResultMemory memory, ResultAge age) implements KeptResults {

    @Override
    public Uni<@Nullable KeptResult> get(String key) {
        return Uni.createFrom().item(() -> memory.get(key));
    }

    @Override
    public void put(String key, Map<String, Object> result) {
        memory.put(key, age.from(result, age.ttlNanos()));
    }
}
