package dev.krakenflow.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class JsonSequencePropertiesTest {

    /** Of what JSON is made of: hardly ever JSON. */
    @Property(seed = "1", tries = 3_000)
    void readsAListExactlyWhereTheReaderDoes(
            @ForAll
                    @Chars({'[', ']', '{', '}', ',', ':', '"', '\\', ' ', '\n', '1', 'e', '.', 'é'})
                    @CharRange(from = 's', to = 'u')
                    @StringLength(max = 12)
                    String inside,
            @ForAll @IntRange(min = 1, max = 14) int size) {
        String text = "[" + inside + "]";

        assertThat(outcome(() -> elements(text, size))).isEqualTo(outcome(() -> whole(text)));
    }

    @Property(seed = "1", tries = 1_000)
    void anyBytesAreReadOrRefused(
            @ForAll byte[] bytes, @ForAll JsonSequenceForm form, @ForAll @IntRange(min = 1, max = 20) int size) {
        outcome(() -> values(bytes, form, size));
    }

    private static Object whole(String text) {
        return JsonReader.read(text.getBytes(UTF_8));
    }

    private static Object elements(String text, int size) {
        return values(text.getBytes(UTF_8), JsonSequenceForm.LIST_OR_VALUES, size);
    }

    private static Object outcome(Supplier<Object> reading) {
        try {
            return reading.get();
        } catch (MalformedJsonException malformed) {
            return "malformed";
        }
    }

    private static List<Object> values(byte[] bytes, JsonSequenceForm form, int size) {
        JsonSequence sequence = new JsonSequence(form, 1_000);
        List<Object> values = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += size) {
            sequence.add(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
            drain(sequence, values);
        }
        sequence.end();
        drain(sequence, values);
        return values;
    }

    private static void drain(JsonSequence sequence, List<Object> values) {
        for (Object value = sequence.next(); value != null; value = sequence.next()) {
            values.add(value);
        }
    }
}
