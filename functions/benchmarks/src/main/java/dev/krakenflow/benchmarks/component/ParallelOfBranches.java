package dev.krakenflow.benchmarks.component;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Template;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Parallels of four branches, each a stage that sets one field: what is reported is for one branch. */
@OperationsPerInvocation(Programs.LENGTH * ParallelOfBranches.BRANCHES)
public class ParallelOfBranches extends ComponentBenchmark {
    static final int BRANCHES = 4;

    @Override
    Plan plan() {
        return Programs.chain((i, place, next) ->
                new Parallel(place, next, null, branches(place), Parallel.Mode.ALL, BRANCHES, null, null, List.of()));
    }

    @Override
    Twin twin(Workbench with) {
        List<Template> transforms = IntStream.range(0, BRANCHES)
                .mapToObj(i -> with.template(transform(i)))
                .toList();
        return (event, evaluation, results) -> {
            for (int i = 0; i < Programs.LENGTH; i++) {
                transforms.forEach(transform -> results.consume(transform.evaluate(event, evaluation)));
            }
        };
    }

    private static Map<String, Program> branches(Place place) {
        Map<String, Program> branches = new LinkedHashMap<>();
        for (int i = 0; i < BRANCHES; i++) {
            branches.put("branch-" + i, new Program(List.of(stage(place, i))));
        }
        return branches;
    }

    private static Stage stage(Place around, int branch) {
        Place place = new Place(around.name() + "-" + branch, around.pointer() + "/branches/branch-" + branch + "/0");
        return new Stage(place, Program.END, null, null, null, transform(branch), List.of(), null);
    }

    private static JsonNode transform(int branch) {
        return Programs.object().put("field_" + branch, Samples.expression(branch));
    }
}
