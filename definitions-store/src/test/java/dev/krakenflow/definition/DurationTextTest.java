package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "2s, PT2S",
        "1m, PT1M",
        "1h, PT1H",
        "PT1H, PT1H",
        "PT2.5S, PT2.5S",
        "P1D, PT24H",
        "-PT2S, PT-2S"
    })
    void readsShortAndIsoForms(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "2 s",
                "-2s",
                "1.5s",
                "1d",
                "two seconds",
                "9999999999999999s",
                "PT",
                "PT99999999999999999999S",
                "{% 5 %}"
            })
    void readsNothingElse(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
