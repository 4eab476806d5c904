package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.function.http.RequestException;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IdempotencyHeaderTest {

    private static final Map<String, Object> EVENT = Map.of();

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

    @Test
    void isTheCallersWordAsItStands() {
        headers.add("Idempotency-Key", "\"8e03978e-40d5\"");
        assertThat(IdempotencyHeader.read(headers, EVENT)).isEqualTo("\"8e03978e-40d5\"");
    }

    @Test
    void needNotBeThere() {
        assertThat(IdempotencyHeader.read(headers, EVENT)).isNull();
        assertThat(IdempotencyHeader.read(headers, List.of())).isNull();
    }

    @Test
    void hasAtMost255Characters() {
        headers.add("Idempotency-Key", "k".repeat(255));
        assertThat(IdempotencyHeader.read(headers, EVENT)).hasSize(255);
    }

    static List<String> noKeys() {
        return List.of("", "k".repeat(256), "a\tb", "a\u007f", "a\u0085");
    }

    @ParameterizedTest
    @MethodSource("noKeys")
    void refusesWhatIsNoKey(String value) {
        headers.add("Idempotency-Key", value);
        assertRefused(EVENT);
    }

    @Test
    void refusesTwoKeys() {
        headers.add("Idempotency-Key", "a").add("idempotency-key", "a");
        assertRefused(EVENT);
    }

    @Test
    void refusesAListOfEvents() {
        headers.add("Idempotency-Key", "a");
        assertRefused(List.of(EVENT));
    }

    private void assertRefused(Object body) {
        assertThatThrownBy(() -> IdempotencyHeader.read(headers, body))
                .isInstanceOfSatisfying(
                        RequestException.class,
                        refused -> assertThat(refused.failure().code()).isEqualTo("invalid-request"));
    }
}
