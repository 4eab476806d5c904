package dev.krakenflow.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void knowEveryPercentileExactly() {
        for (int i = 200_000; i > 0; i--) {
            latencies.add(i * 1_000_000L);
        }
        assertThat(latencies.count()).isEqualTo(200_000);
        assertThat(latencies.percentile(50)).isEqualTo(100_000);
        assertThat(latencies.percentile(99)).isEqualTo(198_000);
        assertThat(latencies.percentile(100)).isEqualTo(200_000);
    }

    @Test
    void areTheOnlyOneWhenThereIsOne() {
        latencies.add(3_000_000);
        assertThat(latencies.percentile(1)).isEqualTo(3);
        assertThat(latencies.percentile(99)).isEqualTo(3);
    }

    @Test
    void areZeroWhenThereAreNone() {
        assertThat(latencies.percentile(99)).isZero();
    }
}
