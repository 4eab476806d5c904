package dev.krakenflow.engine;

import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Program;
import java.util.BitSet;

/** Makes what catches the failures of components. */
final class CatchLoader {

    private CatchLoader() {}

    /**
     * @param fields with the failure in sight
     * @throws IllegalArgumentException when something in it cannot be compiled
     */
    static Catches load(Component component, Fields fields) {
        return new Catches(
                component.catches().stream().map(it -> load(it, fields)).toList());
    }

    private static CatchRunner load(Catch it, Fields fields) {
        TemplateField transform = it.action() instanceof Catch.Transform merged
                ? fields.template(CatchRunner.TRANSFORM, merged.json())
                : null;
        return new CatchRunner(CodePatterns.of(it.errors()), it.action(), transform);
    }

    /** The components of a program that a caught failure is in sight of. */
    static BitSet inSight(Program program) {
        BitSet inSight = new BitSet();
        for (Component component : program.components()) {
            for (Catch it : component.catches()) {
                if (it.action() instanceof Catch.Components list) {
                    inSight.set(list.start(), list.end());
                }
            }
        }
        return inSight;
    }
}
