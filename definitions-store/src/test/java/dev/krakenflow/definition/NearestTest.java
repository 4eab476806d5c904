package dev.krakenflow.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN =
            List.of("timeout", "condition", "max_hops", "max_components", "stage", "goto", "goto-point", "http", "to");

    @ParameterizedTest
    @CsvSource({
        "timeuot, timeout",
        "conditon, condition",
        "Condition, condition",
        "maxHops, max_hops",
        "max-hops, max_hops",
        "stge, stage",
        "goto_point, goto-point",
        "htp, http",
        "too, to",
    })
    void findsWhatWasProbablyMeant(String written, String meant) {
        assertThat(Nearest.to(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"loop", "x", "''", "frobnicate"})
    void doesNotGuessWildly(String written) {
        assertThat(Nearest.to(written, KNOWN)).isEmpty();
    }

    @Test
    void doesNotCompareVeryLongNames() {
        assertThat(Nearest.to("t".repeat(100_000), KNOWN)).isEmpty();
    }
}
