package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.DocumentReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DefinitionJsonTest {
    private final DefinitionJson json = new DefinitionJson();

    /** Or it could be stored and then neither be read nor replaced nor deleted. */
    @Test
    void readsWhateverCanBeDefined() {
        String hexadecimal = "0x" + "f".repeat(998);
        String yaml = "? " + "k".repeat(70_000) + "\n: " + hexadecimal + "\nlong: " + "x".repeat(100_000) + "\nnested: "
                + "[".repeat(198) + "]".repeat(198) + "\nexact: 1.50\n";
        JsonNode definition =
                new DocumentReader().yaml(yaml.getBytes(StandardCharsets.UTF_8)).root();

        assertThat(json.decode(json.encode(definition))).isEqualTo(definition);
    }
}
