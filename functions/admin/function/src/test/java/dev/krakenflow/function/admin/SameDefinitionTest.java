package dev.krakenflow.function.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.definition.DocumentReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SameDefinitionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'a': 1, 'b': [1, {'c': 2}]} | { 'a':1,'b':[ 1,{'c':2} ] } | true",
                "{'a': [1, 100, 0.5]} | {'a': [1.0, 1e2, 5E-1]} | true",
                "{'a': 12345678901234567890} | {'a': 12345678901234567891} | false",
                "{'a': 1} | {'a': '1'} | false",
                "{'a': [1]} | {'a': [1, 2]} | false",
                "{'a': 1, 'b': 2} | {'b': 2, 'a': 1} | false",
                "{'x': [{'a': 1, 'b': 2}]} | {'x': [{'b': 2, 'a': 1}]} | false",
                "{'x': {'a': {}, 'b': [1, 2]}} | {'x': {'b': [1, 2], 'a': {}}} | false",
                "{'a': null} | {} | false",
                "[] | {} | false"
            })
    void looksAtValuesAndTheOrderOfKeys(String one, String other, boolean same) {
        DocumentReader reader = new DocumentReader();
        assertThat(SameDefinition.are(
                        reader.json(bytes(one)).root(),
                        reader.json(bytes(other)).root()))
                .isEqualTo(same);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
