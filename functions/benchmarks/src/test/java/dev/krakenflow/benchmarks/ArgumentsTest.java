package dev.krakenflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final Map<String, Integer> DEFAULTS = Map.of("rounds", 7);

    @Test
    void takesTheDefaultForWhatIsNotGiven() {
        assertThat(parse("").number("rounds")).isEqualTo(7);
    }

    @Test
    void takesWhatIsGiven() {
        assertThat(parse("--rounds 3")).hasToString("--rounds 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--round 3",
                "rounds 3",
                "--rounds",
                "--rounds x",
                "--rounds 0",
                "--rounds -1",
                "--rounds 12345678"
            })
    void refusesWhatItDoesNotKnow(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(line)).withMessageContaining("round");
    }

    private static Arguments parse(String line) {
        return Arguments.parse(line.isEmpty() ? new String[0] : line.split(" "), DEFAULTS);
    }
}
