package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CastPausesTest {

    private final CastPauses pauses = new CastPauses(new Random(1));

    @ParameterizedTest
    @CsvSource({"1, 1000", "2, 2000", "3, 4000", "6, 32000", "7, 60000", "100, 60000", "2147483647, 60000"})
    void growUpToAMinute(int before, long most) {
        for (int i = 0; i < 100; i++) {
            assertThat(pauses.after(Duration.ofSeconds(1), before).toMillis()).isBetween(most * 3 / 4, most);
        }
    }
}
