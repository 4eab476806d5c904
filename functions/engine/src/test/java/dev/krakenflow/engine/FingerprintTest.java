package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.json.JsonReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static String of(Object value) {
        return Fingerprint.of(Map.of("v", value), Map.of());
    }

    private static String ofText(String json) {
        return of(JsonReader.read(json));
    }

    @Test
    void isShort() {
        assertThat(Fingerprint.of(Map.of(), Map.of())).matches("[0-9a-f]{64}");
    }

    @Test
    void doesNotKnowTheOrderOfKeysAtAnyDepth() {
        assertThat(Fingerprint.of(event("{a: 1, b: [{c: 2, d: 3}]}"), Map.of()))
                .isEqualTo(Fingerprint.of(event("{b: [{d: 3, c: 2}], a: 1}"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1.0", "100, 1e2", "1e30, 1000000000000000000000000000000", "0.1, 1e-1", "0, -0.0", "1e400, 10e399"})
    void takesNumbersByTheirValue(String one, String other) {
        assertThat(ofText(one)).isEqualTo(ofText(other));
    }

    @Test
    void takesNumbersOfAllTypesByTheirValue() {
        assertThat(List.of(of(5), of(5L), of(5.0), of(BigInteger.valueOf(5)), of(new BigDecimal("5.00")), of(5f)))
                .containsOnly(of(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | \"1\"",
                "null | \"null\"",
                "true | \"true\"",
                "[] | {}",
                "[1, 2] | [2, 1]",
                "[1, 2] | [[1], 2]",
                "[12] | [1, 2]",
                "{\"a\": null} | {}",
                "\"a\" | \"A\"",
                "\"1e0\" | 1",
                "9007199254740993 | 9007199254740992",
                "0.1 | 0.10000000000000001"
            })
    void tellsOtherValuesApart(String one, String other) {
        assertThat(ofText(one)).isNotEqualTo(ofText(other));
    }

    @Test
    void tellsAddressesApart() {
        Map<String, Object> event = Map.of("a", 1);
        assertThat(Fingerprint.of(event, Map.of("id", "1")))
                .isEqualTo(Fingerprint.of(event, Map.of("id", "1")))
                .isNotEqualTo(Fingerprint.of(event, Map.of("id", "2")))
                .isNotEqualTo(Fingerprint.of(event, Map.of()));
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        List<Object> endless = new java.util.ArrayList<>();
        endless.add(endless);
        assertThatThrownBy(() -> of(endless)).isInstanceOf(IllegalArgumentException.class);
    }
}
