package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.json.JsonNull;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEqualityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 1",
                "1 | 1.0",
                "null | null",
                "'a' | 'a'",
                "[1, [2], {}] | [1.0, [2], {}]",
                "{a: 1, b: {c: null}} | {b: {c: null}, a: 1}",
                "9007199254740993 | 9007199254740993",
            })
    void equalValues(String one, String other) {
        assertThat(JsonEquality.areEqual(value(one), value(other))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | 2",
                "1 | '1'",
                "1 | true",
                "null | false",
                "'a' | 'A'",
                "[1, 2] | [2, 1]",
                "[1] | [1, 1]",
                "[] | {}",
                "{a: 1} | {a: 1, b: 2}",
                "{a: null} | {b: null}",
                "{a: {b: 1}} | {a: {b: 2}}",
                "9007199254740993 | 9007199254740992",
            })
    void differentValues(String one, String other) {
        assertThat(JsonEquality.areEqual(value(one), value(other))).isFalse();
    }

    @Test
    void whatIsMissingIsNoNull() {
        assertThat(JsonEquality.areEqual(null, null)).isTrue();
        assertThat(JsonEquality.areEqual(null, JsonNull.VALUE)).isFalse();
        assertThat(JsonEquality.areEqual(JsonNull.VALUE, null)).isFalse();
    }

    @Test
    void comparesNumbersOfAllTypesByTheirValue() {
        Object[] twos = {2, 2L, 2.0, new BigDecimal("2.00"), BigInteger.TWO};
        for (Object one : twos) {
            for (Object other : twos) {
                assertThat(JsonEquality.areEqual(one, other)).isTrue();
            }
            assertThat(JsonEquality.areEqual(one, 3)).isFalse();
        }
    }

    @Test
    void comparesNumbersThatNoDoubleHolds() {
        BigInteger large = BigInteger.TEN.pow(400);
        assertThat(JsonEquality.areEqual(large, new BigDecimal("1E+400"))).isTrue();
        assertThat(JsonEquality.areEqual(large, large.add(BigInteger.ONE))).isFalse();
    }
}
