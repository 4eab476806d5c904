package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.krakenflow.function.http.RequestException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestTimeoutTest {

    @ParameterizedTest
    @CsvSource({"300ms, PT0.3S", "2s, PT2S", "1m, PT1M", "PT1H, PT1H", "1500, PT1.5S", "1, PT0.001S"})
    void readsDurationsAndNumbersOfMilliseconds(String text, Duration duration) {
        assertThat(RequestTimeout.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1h", "1d", "0", "0s", "PT0S", "-1", "-PT1S", "1.5", "2 s", "soon", "99999999999999999999"})
    void refusesAnythingElse(String text) {
        RequestException refused = catchThrowableOfType(RequestException.class, () -> RequestTimeout.parse(text));
        assertThat(refused.failure().code()).isEqualTo("invalid-request");
        assertThat(refused.failure().status()).isEqualTo(400);
    }
}
