package dev.krakenflow.function.admin;

import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Raise;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calls that a pipeline makes itself, wherever they stand in it; what it plugs makes its own. Not thread-safe. */
final class PlannedCalls {
    private final Set<FunctionCall> calls = new LinkedHashSet<>();

    private PlannedCalls() {}

    /** Each call once. */
    static Set<FunctionCall> of(Plan plan) {
        PlannedCalls found = new PlannedCalls();
        found.add(plan.program());
        found.add(plan.handlers().onError());
        found.add(plan.handlers().lastly());
        return found.calls;
    }

    private void add(@Nullable Program program) {
        if (program != null) {
            program.components().forEach(this::add);
        }
    }

    private void add(Component component) {
        switch (component) {
            case Stage it -> add(it);
            case Composer it -> add(it.call());
            case Parallel it -> it.branches().values().forEach(this::add);
            case Mapping it -> add(it.program());
            case Switch it -> {}
            case Plug it -> {}
            case Goto it -> {}
            case GotoPoint it -> {}
            case Done it -> {}
            case DeadEnd it -> {}
            case Raise it -> {}
            case Tbd it -> {}
        }
    }

    private void add(Stage stage) {
        add(stage.call());
        if (stage.compensation() != null) {
            add(stage.compensation().call());
        }
    }

    private void add(@Nullable FunctionCall call) {
        if (call != null) {
            calls.add(call);
        }
    }
}
