package dev.krakenflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonPropertiesTest {

    @Property(seed = "1", tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("values") Object value) {
        byte[] written = JsonWriter.writeBytes(value);

        assertThat(JsonWriter.writeBytes(JsonReader.read(written))).isEqualTo(written);
        assertThat(WrittenSize.of(JsonReader.read(written))).isEqualTo(WrittenSize.of(value));
    }

    @Property(seed = "1", tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            JsonReader.read(bytes);
        } catch (MalformedJsonException e) {
            assertThat(e).hasMessageMatching("line \\d+, column \\d+: .+");
        }
    }

    @Property(seed = "1", tries = 300)
    void decimalsKeepTheirValue(@ForAll BigDecimal decimal) {
        Number read = (Number) JsonReader.read(decimal.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(new BigDecimal(read.toString())).isEqualByComparingTo(decimal);
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(List.of(
                Arbitraries.strings()
                        .filter(text -> !Surrogates.hasLoneOne(text))
                        .asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.of(true, false, JsonNull.VALUE)));
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4).asGeneric(),
                        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(40), inner)
                                .ofMaxSize(4)
                                .asGeneric()),
                0,
                4);
    }
}
