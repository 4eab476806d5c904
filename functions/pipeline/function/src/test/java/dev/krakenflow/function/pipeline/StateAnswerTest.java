package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.CastState;
import dev.krakenflow.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StateAnswerTest {

    @Test
    void tellsTheStatusWithItsResultOrProblem() {
        assertThat(StateAnswer.of(new CastState.Pending())).isEqualTo(Map.of("status", "pending"));
        assertThat(StateAnswer.of(new CastState.Done(json("")))).isEqualTo(Map.of("status", "done"));
        assertThat(StateAnswer.of(new CastState.Done(json("[{}]"))))
                .isEqualTo(Map.of("status", "done", "result", List.of(Map.of())));
        assertThat(StateAnswer.of(new CastState.Failed(json("{}"))))
                .isEqualTo(Map.of("status", "failed", "problem", Map.of()));
        assertThat(StateAnswer.of(new CastState.Dead(json("{}"))))
                .isEqualTo(Map.of("status", "dead", "problem", Map.of()));
    }

    @Test
    void saysOfAResultThatCannotBeShownThatItIsThere() {
        String deep = "[".repeat(JsonReader.MAX_NESTING + 1) + "]".repeat(JsonReader.MAX_NESTING + 1);
        for (CastState state : List.of(new CastState.TooLarge(7_000_000), new CastState.Done(json(deep)))) {
            Map<String, Object> answer = StateAnswer.of(state);
            assertThat(answer).containsEntry("status", "done").doesNotContainKey("result");
            assertThat((Map<?, ?>) answer.get("problem"))
                    .satisfies(it -> assertThat((Object) it.get("code")).isEqualTo("payload-too-large"));
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
