package dev.krakenflow.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesWhatWasRead() {
        String text = "{\"z\":1,\"a\":[true,null,\"x\\\"\\\\\\n\\u0001 😀\"],\"n\":0.1,\"o\":{}}";

        assertThat(JsonWriter.write(JsonReader.read(text))).isEqualTo(text);
    }

    @Test
    void refusesWhatIsNoJson() {
        List<Object> missing = new ArrayList<>(Arrays.asList(1, null));

        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(missing));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(Map.of(1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(new Object()));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write("\uD83D"));
        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write("\uDE00\uD83D"));
    }

    @Test
    void refusesEndlessNesting() {
        List<Object> self = new ArrayList<>();
        self.add(self);

        assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(self));
    }

    @Test
    void knowsHowLargeValuesGet() {
        Object value = Collections.nCopies(1000, "x");
        List<Object> shared = new ArrayList<>(Collections.nCopies(1000, value));

        assertThat(new WrittenSize(2000).add(value)).isTrue();
        assertThat(new WrittenSize(2000).add(shared)).isFalse();
        assertThat(WrittenSize.of(JsonReader.read("{\"a\":[1,2],\"b\":\"" + "x".repeat(32) + "\"}")))
                .isEqualTo(7);
    }
}
