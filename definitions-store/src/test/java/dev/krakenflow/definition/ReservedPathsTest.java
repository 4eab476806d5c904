package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedPathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"pipelines", "call", "events", "kraken-admin", "q"})
    void keepsPathsForTheFunctions(String first) {
        assertThat(ReservedPaths.beginWith(first)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "Call", "pipelines2", "{q}"})
    void leavesAllOthersToTriggers(String first) {
        assertThat(ReservedPaths.beginWith(first)).isFalse();
    }
}
