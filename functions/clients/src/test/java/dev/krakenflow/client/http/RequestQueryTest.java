package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.json.JsonNull;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestQueryTest {

    @Test
    void isNothingWithoutParams() {
        assertThat(RequestQuery.of(Map.of())).isEmpty();
        assertThat(RequestQuery.of(Map.of("l", List.of()))).isEmpty();
    }

    @Test
    void writesScalarsAsJsonDoes() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("b", true);
        params.put("i", 7);
        params.put("d", 1.5);
        params.put("whole", new BigDecimal("2.0"));
        params.put("big", new BigInteger("123456789012345678901234567890"));
        params.put("n", JsonNull.VALUE);
        assertThat(RequestQuery.of(params))
                .isEqualTo("?b=true&i=7&d=1.5&whole=2&big=123456789012345678901234567890&n=");
    }

    @Test
    void encodesNamesAndValues() {
        assertThat(RequestQuery.of(Map.of("a&b", "ü&=+ /?#"))).isEqualTo("?a%26b=%C3%BC%26%3D%2B%20%2F%3F%23");
    }

    @Test
    void repeatsLists() {
        assertThat(RequestQuery.of(Map.of("l", List.of("a", 1, JsonNull.VALUE))))
                .isEqualTo("?l=a&l=1&l=");
    }

    @Test
    void refusesWhatHasNoText() {
        assertThatThrownBy(() -> RequestQuery.of(Map.of("o", Map.of("a", 1))))
                .isInstanceOf(ArgumentProblem.class)
                .hasMessageContaining("params.o");
        assertThatThrownBy(() -> RequestQuery.of(Map.of("o", List.of(List.of()))))
                .isInstanceOf(ArgumentProblem.class);
    }
}
