package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Switch;
import java.util.Map;

/** Switches with empty branches. */
public class SwitchToBranch extends ComponentBenchmark {
    private static final JsonNode CONDITION = TextNode.valueOf("{% count > 10 and status = 'open' ? 'many' : 'few' %}");

    @Override
    Plan plan() {
        return Programs.chain((i, place, next) ->
                new Switch(place, next, CONDITION, null, Map.of("many", next, "few", next, Switch.DEFAULT, next)));
    }

    @Override
    Twin twin(Workbench with) {
        Template condition = with.template(CONDITION);
        return (event, evaluation, results) -> {
            for (int i = 0; i < Programs.LENGTH; i++) {
                results.consume(condition.evaluate(event, evaluation));
            }
        };
    }
}
