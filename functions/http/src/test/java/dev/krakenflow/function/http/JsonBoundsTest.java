package dev.krakenflow.function.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonBoundsTest {

    @Test
    void areThoseOfTheFrontDoor() throws JsonProcessingException {
        String digits = "7".repeat(10_000);
        String name = "n".repeat(100_000);
        ObjectMapper mapper = new JsonBounds().mapper();

        JsonValue read = mapper.copy().readValue("{\"" + name + "\": " + digits + "}", JsonValue.class);

        assertThat(read.value()).isEqualTo(Map.of(name, new BigInteger(digits)));
    }
}
