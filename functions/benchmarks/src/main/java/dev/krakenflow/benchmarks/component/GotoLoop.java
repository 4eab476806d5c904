package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A loop that counts; what is reported is for one turn, of a goto-point, a stage and a goto. */
public class GotoLoop extends ComponentBenchmark {
    private static final JsonNode COUNT = Programs.object().put("count", "{% count + 1 %}");
    private static final JsonNode AGAIN = TextNode.valueOf("{% count < " + (Samples.COUNT + Programs.LENGTH) + " %}");

    @Override
    Plan plan() {
        return Programs.plan(List.of(
                new GotoPoint(Programs.place(0), 1),
                new Stage(Programs.place(1), 2, null, null, null, COUNT, List.of(), null),
                new Goto(Programs.place(2), Program.END, AGAIN, 0)));
    }

    @Override
    Twin twin(Workbench with) {
        Template count = with.template(COUNT);
        Condition again = with.condition(AGAIN);
        return (event, evaluation, results) -> {
            Map<String, Object> counted = new HashMap<>(event);
            do {
                if (count.evaluate(counted, evaluation) instanceof Map<?, ?> change) {
                    counted.put("count", change.get("count"));
                }
            } while (again.holds(counted, evaluation));
            results.consume(counted);
        };
    }
}
