package dev.krakenflow.engine.testing;

import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shared cache that keeps everything and can be away. */
public final class ScriptedCache implements SharedCache {

    /** What is kept. */
    public final Map<String, byte[]> values = new LinkedHashMap<>();

    /** How often somebody asked for a value. */
    public int asked;

    /** For how long values were put, in their order. */
    public final List<Duration> times = new ArrayList<>();

    /** What every operation waits for before it does its work. */
    public Uni<Void> first = Uni.createFrom().voidItem();

    /** The store answers no more, until this is called with false. */
    public void isAway(boolean away) {
        first = away
                ? Uni.createFrom().failure(() -> new StoreUnavailableException("away", null))
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<byte @Nullable []> get(String key) {
        return Uni.createFrom().deferred(() -> {
            asked++;
            return first.map(ready -> values.get(key));
        });
    }

    @Override
    public Uni<Void> put(String key, byte[] value, Duration ttl) {
        return Uni.createFrom()
                .deferred(() -> first.invoke(() -> {
                    values.put(key, value);
                    times.add(ttl);
                }));
    }
}
