package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import dev.krakenflow.plan.Stage;
import java.util.List;
import java.util.Map;

/** Stages that prepare args, call a function of a lambda service, and transform its result. */
public class StageWithLambda extends ComponentBenchmark {
    private static final FunctionCall CALL = new FunctionCall("calculator", "add-tax");
    private static final String NAME = "add_tax";
    private static final String SOURCE = "function($args) { {\"gross\": $args.net * 1.19} }";
    private static final JsonNode PREPARE = Programs.object().put("net", "{% count %}");
    private static final JsonNode TRANSFORM = Programs.object().put("gross", "{% gross %}");

    @Override
    Plan plan() {
        return Programs.chain(
                (i, place, next) -> new Stage(place, next, null, PREPARE, CALL, TRANSFORM, List.of(), null), service());
    }

    @Override
    Twin twin(Workbench with) {
        Template prepare = with.template(PREPARE);
        Template function = with.function(NAME, Map.of(NAME, SOURCE));
        Template transform = with.template(TRANSFORM);
        return (event, evaluation, results) -> {
            for (int i = 0; i < Programs.LENGTH; i++) {
                Object args = prepare.evaluate(event, evaluation);
                Object result = function.evaluate(args, evaluation);
                results.consume(transform.evaluate(result, evaluation));
            }
        };
    }

    private static Service service() {
        ServiceFunction function = new ServiceFunction(
                null, null, Programs.object().put("function", NAME), null, null, null, ServiceFunction.DEFAULT_TIMEOUT);
        return new Service(
                CALL.service(),
                Service.State.STARTED,
                "lambda",
                Programs.object().set("functions", Programs.object().put(NAME, "{% " + SOURCE + " %}")),
                Map.of(CALL.function(), function));
    }
}
