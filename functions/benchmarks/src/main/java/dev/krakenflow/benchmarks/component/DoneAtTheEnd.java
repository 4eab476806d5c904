package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Condition;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.Plan;

/** Components that would end the pipeline if their conditions held. */
public class DoneAtTheEnd extends ComponentBenchmark {
    private static final JsonNode CONDITION =
            TextNode.valueOf("{% count > 10 and customer.vip and status = 'closed' %}");

    @Override
    Plan plan() {
        return Programs.chain((i, place, next) -> new Done(place, next, CONDITION));
    }

    @Override
    Twin twin(Workbench with) {
        Condition condition = with.condition(CONDITION);
        return (event, evaluation, results) -> {
            for (int i = 0; i < Programs.LENGTH; i++) {
                results.consume(condition.holds(event, evaluation));
            }
        };
    }
}
