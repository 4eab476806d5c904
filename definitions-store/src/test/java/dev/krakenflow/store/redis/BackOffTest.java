package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofNanos(160));

    @Test
    void doesNotPauseBeforeTheFirstFailure() {
        assertThat(backOff.pausing(0)).isFalse();
    }

    @Test
    void pausesTwiceAsLongAfterEachFailureUpToTheMaximum() {
        for (long pause : new long[] {10, 20, 40, 80, 160, 160}) {
            backOff.failed(1_000);
            assertThat(backOff.pausing(1_000 + pause - 1)).isTrue();
            assertThat(backOff.pausing(1_000 + pause)).isFalse();
        }
    }

    @Test
    void beginsAnewAfterASuccess() {
        backOff.failed(0);
        backOff.failed(0);
        backOff.succeeded();
        assertThat(backOff.pausing(1)).isFalse();
        backOff.failed(0);
        assertThat(backOff.pausing(9)).isTrue();
        assertThat(backOff.pausing(10)).isFalse();
    }

    @Test
    void knowsAClockThatOverflows() {
        backOff.failed(Long.MAX_VALUE);
        assertThat(backOff.pausing(Long.MIN_VALUE + 5)).isTrue();
        assertThat(backOff.pausing(Long.MIN_VALUE + 9)).isFalse();
    }
}
