package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Stage;
import java.util.List;
import java.util.stream.IntStream;

/** Stages that make args of the event, and a field of the args. */
public class StageWithPrepareAndTransform extends ComponentBenchmark {

    @Override
    Plan plan() {
        return Programs.chain(
                (i, place, next) -> new Stage(place, next, null, prepare(i), null, transform(i), List.of(), null));
    }

    @Override
    Twin twin(Workbench with) {
        List<Fields> stages = IntStream.range(0, Programs.LENGTH)
                .mapToObj(i -> new Fields(with.template(prepare(i)), with.template(transform(i))))
                .toList();
        return (event, evaluation, results) -> stages.forEach(stage -> {
            Object args = stage.prepare.evaluate(event, evaluation);
            results.consume(stage.transform.evaluate(args, evaluation));
        });
    }

    private static JsonNode prepare(int index) {
        return Programs.object().put("value", Samples.expression(index));
    }

    private static JsonNode transform(int index) {
        return Programs.object().put("field_" + index, "{% value %}");
    }

    private record Fields(Template prepare, Template transform) {}
}
