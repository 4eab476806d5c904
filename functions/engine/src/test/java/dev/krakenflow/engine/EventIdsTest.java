package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventIdsTest {

    @Test
    void areUuidsOfVersionSevenThatBeginWithTheTime() {
        Instant now = Instant.parse("2026-07-01T12:00:00.123Z");
        EventIds ids = new EventIds(() -> now, new Random(5));
        UUID id = UUID.fromString(ids.next());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
        assertThat(ids.next()).isNotEqualTo(id.toString());
    }
}
