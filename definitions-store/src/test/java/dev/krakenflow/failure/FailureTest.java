package dev.krakenflow.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTest {
    private final Failure limited = Failure.of(FailureCode.RATE_LIMITED, "full");

    @Test
    void roundsThePauseUpToWholeSeconds() {
        assertThat(limited.retryAfter()).isZero();
        assertThat(limited.withRetryAfter(Duration.ofMillis(2_001)).retryAfter())
                .isEqualTo(3);
        assertThat(limited.withRetryAfter(Duration.ofSeconds(2)).retryAfter()).isEqualTo(2);
        assertThat(limited.withRetryAfter(Duration.ZERO).retryAfter()).isEqualTo(1);
    }

    @Test
    void keepsThePauseWhateverElseBecomesKnown() {
        Failure failure = limited.withRetryAfter(Duration.ofSeconds(9))
                .at(FailurePlace.NOWHERE.withStep("call"))
                .withAttempts(2)
                .with("path", "x");
        assertThat(failure.retryAfter()).isEqualTo(9);
    }
}
