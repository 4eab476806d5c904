package dev.krakenflow.engine;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes the ids of events: UUIDs of version 7 (RFC 9562, section 5.7), which begin with the time in milliseconds.
 * Thread-safe when its generator is.
 */
public final class EventIds {
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param random a source that no two processes share, also not copies of one process: a
     *     {@link java.security.SecureRandom}
     */
    public EventIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new id, in the usual text form. */
    public String next() {
        long high = clock.millis() << 16 | VERSION | random.nextLong() >>> 52;
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low).toString();
    }
}
