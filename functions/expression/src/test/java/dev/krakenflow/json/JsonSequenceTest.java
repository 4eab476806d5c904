package dev.krakenflow.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSequenceTest {

    private static final int MOST = 1_000_000;
    private static final String TRICKY =
            "{\"a\": \"}],{[\\\"\\\\\", \"ключ\": [1, 2.50, [], {}], \"😀\": null}, \"x\\u00e9\", 12.5e3, true, [[\"]\"]], \"\"";

    @Test
    void readsTheElementsOfAList() {
        assertThat(read("[{\"x\": 1}, {\"x\": 2}]", JsonSequenceForm.LIST_OR_VALUES))
                .containsExactly(Map.of("x", 1), Map.of("x", 2));
        assertThat(read(" \n[ ]\n", JsonSequenceForm.LIST_OR_VALUES)).isEmpty();
    }

    @Test
    void readsValuesOneBehindTheOther() {
        String text = "{\"x\": 1}\n{\"x\":\n 2}{\"x\": 3}\r\n\n7 \"a\"8[9]";

        List<Object> values = List.of(Map.of("x", 1), Map.of("x", 2), Map.of("x", 3), 7, "a", 8, List.of(9));
        assertThat(read(text, JsonSequenceForm.VALUES)).isEqualTo(values);
        assertThat(read(text, JsonSequenceForm.LIST_OR_VALUES)).isEqualTo(values);
    }

    @Test
    void takesAListForOneOfTheValuesWhereListsAreNotTheForm() {
        assertThat(read("[1]\n[2]", JsonSequenceForm.VALUES)).containsExactly(List.of(1), List.of(2));
    }

    @Test
    void readsRecords() {
        assertThat(read("\u001E{\"x\": 1}\n\u001E5\n\u001E6", JsonSequenceForm.RECORDS))
                .containsExactly(Map.of("x", 1), 5, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void readsNothingFromNothing(String text) {
        for (JsonSequenceForm form : JsonSequenceForm.values()) {
            assertThat(read(text, form)).isEmpty();
        }
    }

    @Test
    void readsTheSameWhereverTheBytesAreSplit() {
        List<?> whole = (List<?>) JsonReader.read("[" + TRICKY + "]");
        byte[] list = ("[" + TRICKY + " ]").getBytes(UTF_8);
        for (int size = 1; size <= list.length; size++) {
            assertThat(read(list, size, JsonSequenceForm.LIST_OR_VALUES).toArray())
                    .isEqualTo(whole.toArray());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [1 2]          | 1 | value 2, line 1, column 1: expected a comma or the end of the list
                    [1,,2]         | 1 | value 2, line 1, column 1: expected a JSON value
                    [1,]           | 1 | value 2, line 1, column 2: expected a JSON value
                    [,1]           | 0 | value 1, line 1, column 1: expected a JSON value
                    [1] 2          | 1 | value 2, line 1, column 1: expected the end behind the list
                    [1] [2]        | 1 | value 2, line 1, column 1: expected the end behind the list
                    [              | 0 | value 1, line 1, column 1: the text ends too early
                    [1             | 1 | value 2, line 1, column 1: the text ends too early
                    [1,            | 1 | value 2, line 1, column 1: the text ends too early
                    [{"x" 2}, 1]   | 0 | value 1, line 1, column 6: expected a colon
                    {"x": 1} {"x": | 1 | value 2, line 1, column 6: the text ends too early
                    1 }            | 1 | value 2, line 1, column 2: expected a JSON value
                    1, 2           | 1 | value 2, line 1, column 1: expected a JSON value
                    1 ]            | 1 | value 2, line 1, column 2: expected a JSON value
                    1 nope         | 1 | value 2, line 1, column
                    {"a": 1]       | 0 | value 1, line 1, column 9: expected
                    :{} 1          | 0 | value 1, line 1, column 1: expected a JSON value
                    "\\ud83d"      | 0 | value 1, line 1, column 1: expected surrogates in pairs
                    """)
    void givesWhatStandsBeforeWhatIsMalformed(String text, int values, String message) {
        byte[] bytes = text.getBytes(UTF_8);
        for (int size = 1; size <= bytes.length; size++) {
            List<Object> read = new ArrayList<>();
            Throwable thrown = thrown(bytes, size, read);

            assertThat(thrown).isInstanceOf(MalformedJsonException.class).hasMessageContaining(message);
            assertThat(read).hasSize(values);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": \"x\n", "{\"a\": \u0001", "{\"a\": \"\\\n"})
    void doesNotWaitForTheEndOfWhatCannotBecomeAValue(String text) {
        JsonSequence sequence = new JsonSequence(JsonSequenceForm.VALUES, MOST);
        sequence.add(text.getBytes(UTF_8));

        assertThatExceptionOfType(MalformedJsonException.class).isThrownBy(sequence::next);
    }

    @Test
    void boundsNestingBeforeItEnds() {
        JsonSequence sequence = new JsonSequence(JsonSequenceForm.VALUES, MOST);
        sequence.add("[".repeat(201).getBytes(UTF_8));

        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(sequence::next)
                .withMessageEndingWith("expected at most 200 levels");
    }

    @Test
    void refusesWhatIsNoUtf8AndABomToo() {
        for (byte[] bytes : List.of(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}, "\uFEFF{}".getBytes(UTF_8))) {
            assertThat(thrown(bytes, bytes.length, new ArrayList<>())).isInstanceOf(MalformedJsonException.class);
        }
    }

    @Test
    void boundsEachValueAndNotTheirSum() {
        byte[] fits = ("[\"" + "x".repeat(98) + "\", \"" + "x".repeat(98) + "\"]").getBytes(UTF_8);
        byte[] tooLarge = ("[1, \"" + "x".repeat(99) + "\"]").getBytes(UTF_8);
        for (int size : List.of(1, 7, 99, 100, 101, 1_000)) {
            assertThat(read(fits, size, JsonSequenceForm.LIST_OR_VALUES, 100)).hasSize(2);
            assertThatExceptionOfType(OversizedValueException.class)
                    .isThrownBy(() -> read(tooLarge, size, JsonSequenceForm.LIST_OR_VALUES, 100))
                    .withMessage("value 2 has more than 100 bytes");
        }
    }

    private static Throwable thrown(byte[] bytes, int size, List<Object> read) {
        return catchThrowable(() -> read(bytes, size, JsonSequenceForm.LIST_OR_VALUES, MOST, read));
    }

    private static List<Object> read(String text, JsonSequenceForm form) {
        return read(text.getBytes(UTF_8), 5, form);
    }

    private static List<Object> read(byte[] bytes, int size, JsonSequenceForm form) {
        return read(bytes, size, form, MOST);
    }

    private static List<Object> read(byte[] bytes, int size, JsonSequenceForm form, int most) {
        List<Object> values = new ArrayList<>();
        read(bytes, size, form, most, values);
        return values;
    }

    private static void read(byte[] bytes, int size, JsonSequenceForm form, int most, List<Object> values) {
        JsonSequence sequence = new JsonSequence(form, most);
        for (int from = 0; from < bytes.length; from += size) {
            sequence.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
            drain(sequence, values);
        }
        sequence.end();
        drain(sequence, values);
    }

    private static void drain(JsonSequence sequence, List<Object> values) {
        for (Object value = sequence.next(); value != null; value = sequence.next()) {
            values.add(value);
        }
    }
}
