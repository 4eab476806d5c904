package dev.krakenflow.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JsonNodesTest {

    private static final String TEXT =
            "{\"b\":1,\"a\":[null,true,2.5,2.0,20E-1,\"x\",123456789012345678901234567890,0.12345678901234567891]}";

    private final ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void makesTheSameValuesOfATreeAsOfItsText() throws JsonProcessingException {
        assertThat(JsonNodes.toValue(mapper.readTree(TEXT))).isEqualTo(JsonReader.read(TEXT));
    }

    @Test
    void goesThereAndBack() {
        Object value = JsonReader.read(TEXT);

        assertThat(JsonNodes.toValue(JsonNodes.toNode(value))).isEqualTo(value);
    }
}
