package dev.krakenflow.function.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    @Test
    void what_runs_ends_300_ms_before_the_platform_and_the_handler_a_little_later() {
        TimeLeft time = TimeLeft.of(10_000, nanos::get);

        assertThat(time.budget()).isEqualTo(Duration.ofMillis(9_700));
        assertThat(time.patience()).isEqualTo(Duration.ofMillis(9_850));
    }

    @Test
    void it_gets_less_while_time_passes_and_never_nothing() {
        TimeLeft time = TimeLeft.of(10_000, nanos::get);
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(time.budget()).isEqualTo(Duration.ofMillis(700));

        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(time.budget()).isEqualTo(Duration.ofMillis(1));
        assertThat(time.patience()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void behind_a_gateway_it_is_no_longer_than_that_waits() {
        assertThat(TimeLeft.of(900_000, nanos::get)
                        .atMost(Duration.ofSeconds(29))
                        .budget())
                .isEqualTo(Duration.ofSeconds(29));
        assertThat(TimeLeft.of(10_000, nanos::get)
                        .atMost(Duration.ofSeconds(29))
                        .budget())
                .isEqualTo(Duration.ofMillis(9_700));
    }
}
