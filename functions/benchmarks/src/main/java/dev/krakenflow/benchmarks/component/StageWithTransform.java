package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Stage;
import java.util.List;
import java.util.stream.IntStream;

/** Stages that only transform: one field each. */
public class StageWithTransform extends ComponentBenchmark {

    @Override
    Plan plan() {
        return Programs.chain(
                (i, place, next) -> new Stage(place, next, null, null, null, transform(i), List.of(), null));
    }

    @Override
    Twin twin(Workbench with) {
        List<Template> transforms = IntStream.range(0, Programs.LENGTH)
                .mapToObj(i -> with.template(transform(i)))
                .toList();
        return (event, evaluation, results) ->
                transforms.forEach(transform -> results.consume(transform.evaluate(event, evaluation)));
    }

    private static JsonNode transform(int index) {
        return Programs.object().put("field_" + index, Samples.expression(index));
    }
}
