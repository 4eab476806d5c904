package dev.krakenflow.engine;

import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.json.MalformedJsonException;
import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Results that all processes share: each in an envelope that says until when it is fresh. A store that is away keeps
 * nothing, and what it gives that is no envelope is nothing.
 */
record SharedResults(SharedCache store, ResultAge age, InstantSource clock) implements KeptResults {
    private static final String FRESH_UNTIL = "fresh_until";
    private static final String VALUE = "value";

    @Override
    public Uni<@Nullable KeptResult> get(String key) {
        return store.get(key)
                .<@Nullable KeptResult>map(this::opened)
                .onFailure(StoreUnavailableException.class)
                .recoverWithNull();
    }

    @Override
    public void put(String key, Map<String, Object> result) {
        byte[] envelope = envelope(result);
        if (envelope != null) {
            store.put(key, envelope, age.kept()).subscribe().with(kept -> {}, away -> {});
        }
    }

    private byte @Nullable [] envelope(Map<String, Object> result) {
        long freshUntil = clock.instant().plusNanos(age.ttlNanos()).toEpochMilli();
        try {
            return JsonWriter.writeBytes(Map.of(FRESH_UNTIL, freshUntil, VALUE, result));
        } catch (IllegalArgumentException cannotBeWritten) {
            return null;
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable KeptResult opened(byte @Nullable [] envelope) {
        if (envelope == null || !(read(envelope) instanceof Map<?, ?> members)) {
            return null;
        }
        return members.get(FRESH_UNTIL) instanceof Long until && members.get(VALUE) instanceof Map<?, ?> value
                ? age.from((Map<String, Object>) value, nanosUntil(until))
                : null;
    }

    private long nanosUntil(long epochMilli) {
        Duration left = Duration.between(clock.instant(), Instant.ofEpochMilli(epochMilli));
        return left.isNegative() ? -Deadline.nanos(left.negated()) : Deadline.nanos(left);
    }

    private static @Nullable Object read(byte[] json) {
        try {
            return JsonReader.read(json);
        } catch (MalformedJsonException broken) {
            return null;
        }
    }
}
