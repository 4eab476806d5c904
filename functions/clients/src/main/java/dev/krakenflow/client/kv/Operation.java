package dev.krakenflow.client.kv;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a call asks for. A {@code ttl} is null where the value is kept until it is deleted. */
sealed interface Operation {

    /** The key, within the service. */
    String key();

    record Get(String key) implements Operation {}

    record Set(String key, byte[] json, @Nullable Duration ttl) implements Operation {}

    record GetSet(String key, byte[] json, @Nullable Duration ttl) implements Operation {}

    record Delete(String key) implements Operation {}

    /** @param ttl a new ttl; null: the old one stays */
    record Increment(String key, BigDecimal by, @Nullable Duration ttl) implements Operation {}
}
