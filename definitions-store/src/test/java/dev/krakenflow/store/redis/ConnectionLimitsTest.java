package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ConnectionLimitsTest {

    private static final Duration WHAT_CALLERS_WAIT = Duration.ofSeconds(1);
    private static final Duration ROOM_FOR_THE_ANSWER = Duration.ofMillis(200);

    @Test
    void leavesTimeToTellACallerWithinASecondThatRedisIsAway() {
        ConnectionLimits limits = ConnectionLimits.DEFAULT;
        assertThat(limits.command().plus(ROOM_FOR_THE_ANSWER)).isLessThanOrEqualTo(WHAT_CALLERS_WAIT);
        assertThat(limits.connect()).isLessThan(limits.command());
    }
}
