package dev.krakenflow.engine;

import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Program;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the runners of components that send an event through programs of their own.
 *
 * @param programs makes those of these programs
 */
record FanOutLoader(ProgramScope scope, ProgramLoader programs) {

    ComponentRunner load(Parallel parallel) {
        Fields fields = scope.fields(parallel);
        List<BranchRunner> branches = new ArrayList<>();
        parallel.branches().forEach((name, program) -> branches.add(new BranchRunner(name, part(program))));
        return new ParallelRunner(
                parallel,
                fields.condition(parallel.condition()),
                List.copyOf(branches),
                fields.optional("transform", parallel.transform()),
                scope.catches(parallel));
    }

    ComponentRunner load(Mapping mapping) {
        Fields fields = scope.fields(mapping);
        return new MapRunner(
                mapping,
                fields.condition(mapping.condition()),
                new ItemsField(fields.template(ItemsField.KEY, mapping.items()), mapping.maxItems()),
                part(mapping.program()),
                fields.optional("transform", mapping.transform()),
                scope.catches(mapping));
    }

    private ProgramRunner part(Program program) {
        return programs.part(scope, program);
    }
}
