package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredOutcomesTest {
    private static final Outcome DEAD = new Outcome.Ended(List.of(Map.of("component", "c")));

    private static Outcome result(Map<String, Object> event) {
        return new Outcome.Completed(event, List.of(Map.of("component", "c")));
    }

    private static Failure raised(int status) {
        FailurePlace place = new FailurePlace("pipe", "r", "/components/0", null, null, null, "id");
        return new Failure(
                "urn:x:sold-out", "sold-out", status, "Raised", "no more", place, 0, null, Map.of("left", 0));
    }

    private static List<Outcome> writtenAndRead(Outcome... outcomes) {
        return StoredOutcomes.read(StoredOutcomes.write(List.of(outcomes)));
    }

    @Test
    void givesResultsAgainWithoutHistory() {
        Map<String, Object> event = Map.of("n", new BigDecimal("0.10000000000000001"), "t", "ü\n");
        assertThat(writtenAndRead(result(event), DEAD, result(Map.of())))
                .containsExactly(
                        new Outcome.Completed(event, List.of(), true),
                        new Outcome.Completed(Map.of(), List.of(), true));
    }

    @Test
    void givesARaisedFailureAgainWithAllOfItsProblem() {
        assertThat(writtenAndRead(new Outcome.Failed(raised(409), List.of())))
                .containsExactly(new Outcome.Failed(raised(409), List.of(), true));
    }

    @Test
    void givesADeadEndAgain() {
        assertThat(writtenAndRead(DEAD)).containsExactly(new Outcome.Ended(List.of(), true));
    }

    @Test
    void isCompactJson() {
        byte[] json = StoredOutcomes.write(List.of(result(event("{a: 1}")), DEAD));
        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"outcomes\":[{\"event\":{\"a\":1}}]}");
    }

    @Test
    void isFinalWhenNothingOrWhatWasRaisedForTheCallerFailed() {
        Outcome own = new Outcome.Failed(raised(422), List.of());
        assertThat(StoredOutcomes.areFinal(List.of(result(Map.of()), DEAD, own)))
                .isTrue();
        Outcome others = new Outcome.Failed(raised(500), List.of());
        assertThat(StoredOutcomes.areFinal(List.of(result(Map.of()), others))).isFalse();
        Outcome engines = new Outcome.Failed(Failure.of(FailureCode.INVALID_INPUT, "no"), List.of());
        assertThat(StoredOutcomes.areFinal(List.of(engines))).isFalse();
    }

    @Test
    void takesWhatIsNestedAsDeepAsCanBeRead() {
        Map<String, Object> deepest = nested(JsonReader.MAX_NESTING - 3);
        assertThat(writtenAndRead(result(deepest))).containsExactly(new Outcome.Completed(deepest, List.of(), true));
        Outcome deeper = result(nested(JsonReader.MAX_NESTING - 2));
        assertThatThrownBy(() -> StoredOutcomes.write(List.of(deeper))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"outcomes\": [{}]}", "{\"outcomes\": [{\"problem\": {\"code\": 1}}]}"})
    void refusesWhatItDidNotWrite(String json) {
        assertThatThrownBy(() -> StoredOutcomes.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RuntimeException.class);
    }

    private static Map<String, Object> nested(int depth) {
        Map<String, Object> value = Map.of();
        for (int i = 1; i < depth; i++) {
            value = Map.of("a", value);
        }
        return value;
    }
}
