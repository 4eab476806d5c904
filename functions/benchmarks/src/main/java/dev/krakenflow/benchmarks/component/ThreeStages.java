package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** A whole run of a short pipeline, as the HTTP load has it: what is reported is for the run. */
@OperationsPerInvocation(1)
public class ThreeStages extends ComponentBenchmark {
    private static final List<JsonNode> TRANSFORMS = IntStream.range(0, 3)
            .<JsonNode>mapToObj(i -> Programs.object().put("field_" + i, Samples.expression(i)))
            .toList();

    @Override
    Plan plan() {
        return Programs.plan(List.of(stage(0, 1), stage(1, 2), stage(2, Program.END)));
    }

    @Override
    Twin twin(Workbench with) {
        List<Template> transforms = TRANSFORMS.stream().map(with::template).toList();
        return (event, evaluation, results) ->
                transforms.forEach(transform -> results.consume(transform.evaluate(event, evaluation)));
    }

    private static Stage stage(int index, int next) {
        return new Stage(Programs.place(index), next, null, null, null, TRANSFORMS.get(index), List.of(), null);
    }
}
