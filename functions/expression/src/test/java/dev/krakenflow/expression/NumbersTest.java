package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.eval;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2e0", "20E-1"})
    void takesWholeNumbersAsTheSameHoweverTheyAreWritten(String number) {
        String event = "{\"n\": " + number + "}";

        assertThat(eval("[n] = [2]", event)).isEqualTo("true");
        assertThat(eval("{\"a\": [n]} = {\"a\": [2]}", event)).isEqualTo("true");
        assertThat(eval("[n] != [2]", event)).isEqualTo("false");
        assertThat(eval("[2] in [[n]]", event)).isEqualTo("true");
        assertThat(eval("[1..n]", event)).isEqualTo("[1,2]");
        assertThat(eval("$distinct([2, n])", event)).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    [d] = [d * 1]                 → true
                    {"a": [d]} = {"a": [d * 1]}   → true
                    {"a": [d]} != {"a": [d * 1]}  → false
                    [i] = [i * 1]                 → true
                    [i] in [[i * 1]]              → true
                    i in [i * 1]                  → true
                    [e] = [f]                     → true
                    [d] = [d, d]                  → false
                    {"a": d} = {"b": d}           → false
                    [d] = d                       → false
                    [[]] = [[]]                   → true
                    [missing] = []                → true
                    missing = [d]                 → false
                    missing != [d]                → false
                    missing in [d]                → false
                    d in missing                  → false
                    d in d                        → true
                    [null] = [n]                  → true
                    [d][$ = $$.d]                 → 0.12345678901234567891
                    l[id = $$.l[1].id].k          → "b"
                    """)
    void comparesNumbersInListsAndObjectsByValue(String source, String result) {
        String event = """
                {"d": 0.12345678901234567891, "i": 100000000000000000000, "e": 1.5e308, "f": 15e307, "n": null,
                 "l": [{"id": 1, "k": "a"}, {"id": 2.0, "k": "b"}]}
                """;

        assertThat(eval(source, event)).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    x / missing     → missing
                    missing / 0     → missing
                    missing % 0     → missing
                    7 % x           → 1
                    7 / x           → 3.5
                    0 / x           → 0
                    [7, 8].($ % $$.x) → [1,0]
                    """)
    void dividesAsJsonata(String source, String result) {
        assertThat(eval(source, "{\"x\": 2}")).isEqualTo(result);
    }
}
