package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;

/** Finds what could make several events of one where one at most comes out: in branches, in items, in {@code finally}. */
final class BranchChecks {
    private static final String BRANCH = "a branch of a parallel";
    private static final String ITEM = "the components of a map";
    private static final String FINALLY = "finally";

    private final PluggedFacts plugged;
    private final Findings findings;

    BranchChecks(PluggedFacts plugged, Findings findings) {
        this.plugged = plugged;
        this.findings = findings;
    }

    void check(Program program, Handlers handlers) {
        checkInside(program);
        if (handlers.onError() != null) {
            checkInside(handlers.onError());
        }
        if (handlers.lastly() != null) {
            refuse(handlers.lastly(), FINALLY);
        }
    }

    private void checkInside(Program program) {
        for (Component component : program.components()) {
            String where = component instanceof Mapping ? ITEM : BRANCH;
            Flow.inside(component).forEach(inside -> refuse(inside, where));
        }
    }

    private void refuse(Program program, String where) {
        for (Component component : program.components()) {
            if (component instanceof Composer composer) {
                report(composer, "a composer cannot stand in " + where);
            } else if (component instanceof Plug plug && plugged.splits(plug.pipeline())) {
                report(
                        plug,
                        "the pipeline \"" + Shown.text(plug.pipeline())
                                + "\" holds a composer and cannot be plugged in " + where);
            }
        }
        checkInside(program);
    }

    private void report(Component component, String what) {
        findings.problem(
                ProblemCode.COMPOSER_IN_BRANCH,
                component.place().pointer(),
                what + ": one event at most comes out of it");
    }
}
