package dev.krakenflow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    @Test
    void keepsTheOrderOfKeys() {
        Map<?, ?> object = (Map<?, ?>) JsonReader.read("{\"z\": 1, \"a\": [true, null, \"x\"]}");

        assertThat(object.keySet().toArray()).containsExactly("z", "a");
        assertThat(object.get("a")).isEqualTo(List.of(true, JsonNull.VALUE, "x"));
    }

    @Test
    void keepsIntegersOfAnySizeExactly() {
        assertThat(JsonReader.read("41")).isEqualTo(41);
        assertThat(JsonReader.read("-9007199254740993")).isEqualTo(-9007199254740993L);
        assertThat(JsonReader.read("123456789012345678901234567890"))
                .isEqualTo(new BigInteger("123456789012345678901234567890"));
    }

    @Test
    void readsDecimalsAsDoublesWhereThatIsTheSameNumber() {
        assertThat(JsonReader.read("0.1")).isEqualTo(0.1);
        assertThat(JsonReader.read("1.5e-3")).isEqualTo(0.0015);
        assertThat(JsonReader.read("1e20")).isEqualTo(1e20);
        assertThat(JsonReader.read("0.30000000000000004")).isEqualTo(0.30000000000000004);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.0", "2e0", "20E-1", "0.2e+1", "2.0000000000000000000000000000000000000000000000"})
    void readsWholeNumbersAsTheSameHoweverTheyAreWritten(String number) {
        assertThat(JsonReader.read(number)).isEqualTo(2);
        assertThat(JsonReader.read("-" + number)).isEqualTo(-2);
    }

    @Test
    void readsWholeNumbersAsLongsWhereTheyFit() {
        assertThat(JsonReader.read("-0.0")).isEqualTo(0);
        assertThat(JsonReader.read("0e400")).isEqualTo(0);
        assertThat(JsonReader.read("1.50e3")).isEqualTo(1500);
        assertThat(JsonReader.read("12345678901.0")).isEqualTo(12345678901L);
        assertThat(JsonReader.read("9007199254740993.0")).isEqualTo(9007199254740993L);
        assertThat(JsonReader.read("9223372036854775807.0")).isEqualTo(Long.MAX_VALUE);
        assertThat(JsonReader.read("-9223372036854775808.0")).isEqualTo(Long.MIN_VALUE);
        assertThat(JsonReader.read("9223372036854775808.0")).isEqualTo(new BigDecimal("9223372036854775808.0"));
        assertThat(JsonReader.read("9007199254740993.5")).isEqualTo(new BigDecimal("9007199254740993.5"));
    }

    @Test
    void readsOtherDecimalsExactly() {
        assertThat(JsonReader.read("0.12345678901234567890")).isEqualTo(new BigDecimal("0.12345678901234567890"));
        assertThat(JsonReader.read("1e400")).isEqualTo(new BigDecimal("1e400"));
        assertThat(JsonReader.read("1e-400")).isEqualTo(new BigDecimal("1e-400"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e401", "1E-401", "1E999999999", "0e99999999999999999999", "1.5e+0401"})
    void refusesExponentsBeyond400(String number) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read("{\"x\": " + number + "}"))
                .withMessageContaining("±400");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"x": 1          | 1 | the text ends too early
                    {"x" 1}          | 1 | expected a colon
                    {"x": 1} {}      | 1 | expected the end behind the value
                    [1, 2,]          | 1 | expected
                    {"x": secret}    | 1 | expected
                    {"a": 1, "a": 2} | 1 | each name once
                    ["\\ud83d"]      | 1 | surrogates in pairs
                    ["\\udE00\\ud83d"] | 1 | surrogates in pairs
                    01               | 1 | number as JSON writes it
                    NaN              | 1 | expected
                    """)
    void saysWhatWasExpected(String text, int line, String expected) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read(text.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(expected)
                .withMessageStartingWith("line " + line + ", column ")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void countsLinesAndColumns() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read("{\n  \"x\": ?\n}"))
                .satisfies(e -> assertThat(e.line()).isEqualTo(2))
                .satisfies(e -> assertThat(e.column()).isEqualTo(8));
    }

    @Test
    void refusesNothing() {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read(new byte[0]))
                .withMessageContaining("there is nothing");
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[][] invalid = {
            {'"', (byte) 0xFF, '"'},
            {'"', (byte) 0xC0, (byte) 0x80, '"'},
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
            "\"x\"".getBytes(StandardCharsets.UTF_16)
        };
        for (byte[] bytes : invalid) {
            assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(() -> JsonReader.read(bytes));
        }
    }

    @Test
    void readsCharactersOfAllPlanes() {
        assertThat(JsonReader.read("\"\\ud83d\\ude00 ключ \uFFFD\"".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("😀 ключ \uFFFD");
    }

    @Test
    void takesNumbersOfTenThousandCharactersAndNoMore() {
        String digits = "7".repeat(10_000);

        assertThat(JsonReader.read("{\"n\": " + digits + "}")).isEqualTo(Map.of("n", new BigInteger(digits)));
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read("[" + digits + "7]"))
                .withMessageEndingWith(": expected numbers of at most 10000 characters");
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read("[0." + digits + "]"))
                .withMessageEndingWith(": expected numbers of at most 10000 characters");
    }

    @Test
    void takesNamesOfAnyLength() {
        String name = "n".repeat(100_000);

        assertThat(JsonReader.read("{\"" + name + "\": 1}")).isEqualTo(Map.of(name, 1));
    }

    @Test
    void saysWhichBoundOfAParserItWentOver() throws IOException {
        try (var parser = new JsonFactory().createParser("[" + "7".repeat(1_001) + "]")) {
            assertThatExceptionOfType(MalformedJsonException.class)
                    .isThrownBy(() -> JsonReader.read(parser))
                    .withMessageEndingWith(": expected numbers of at most 1000 characters");
        }
    }

    @Test
    void boundsNesting() {
        assertThat(JsonReader.read("[".repeat(200) + "]".repeat(200))).isInstanceOf(List.class);
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read("[".repeat(201) + "]".repeat(201)))
                .withMessageEndingWith(": expected at most 200 levels");
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> JsonReader.read("[".repeat(1_000_000)));
    }

    @Test
    void readsOneValueAfterTheOtherFromAParser() throws IOException {
        try (var parser = new JsonFactory().createParser("{\"x\": 1} [2] 3")) {
            assertThat(JsonReader.read(parser)).isEqualTo(Map.of("x", 1));
            assertThat(JsonReader.read(parser)).isEqualTo(List.of(2));
            assertThat(JsonReader.read(parser)).isEqualTo(3);
            assertThat(JsonReader.read(parser)).isNull();
        }
    }
}
