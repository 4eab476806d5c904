package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.failure.Failure;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LostHelpersTest {
    private static final Evaluation EVALUATION = new Evaluation(Map.of(), Long.MAX_VALUE);

    private final Fields fields = new Fields(new JsonataExpressions(Bounds.DEFAULT), Scope.of("event"));

    @Test
    void failsWhereATemplateCallsAHelperThatIsGone() {
        TemplateField field = fields.template("compose.events", text("{% [$shout(x)] %}"));

        Failure failure = catchThrowableOfType(RunException.class, () -> field.value(Map.of(), EVALUATION))
                .failure();

        assertThat(failure.code()).isEqualTo("helper-undefined");
        assertThat(failure.place().step()).isEqualTo("compose");
        assertThat(failure.detail()).contains("compose.events", "$shout");
    }

    @Test
    void failsWhereAConditionCallsAHelperThatIsGone() {
        ConditionField field = Objects.requireNonNull(fields.condition(text("{% $isLoud(x) %}")));

        Failure failure = catchThrowableOfType(RunException.class, () -> field.holds(Map.of(), EVALUATION))
                .failure();

        assertThat(failure.code()).isEqualTo("helper-undefined");
        assertThat(failure.place().step()).isEqualTo("condition");
    }

    private static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
