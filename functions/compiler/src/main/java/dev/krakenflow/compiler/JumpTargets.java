package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.GotoPointDefinition;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import org.jspecify.annotations.Nullable;

/** Finds the goto points of one program for what jumps to them: none stands in another program. */
final class JumpTargets {
    private final ProgramLayout layout;
    private final ComponentNames names;
    private final Findings findings;

    JumpTargets(ProgramLayout layout, ComponentNames names, Findings findings) {
        this.layout = layout;
        this.names = names;
        this.findings = findings;
    }

    /**
     * The index of the point of this name.
     *
     * @param pointer JSON pointer of where it is named
     * @return null when there is none here, which is reported
     */
    @Nullable Integer find(String name, String pointer) {
        Integer target = layout.point(name);
        if (target == null && GotoPointDefinition.TYPE.equals(names.type(name))) {
            findings.problem(
                    ProblemCode.GOTO_CROSSES_BRANCH,
                    pointer,
                    "the goto-point \"" + Shown.text(name) + "\" is not reached from here: no jump enters or leaves a"
                            + " branch of a parallel, the components of a map, on_error or finally");
        } else if (target == null) {
            reportUnknown(name, pointer);
        }
        return target;
    }

    private void reportUnknown(String name, String pointer) {
        String type = names.type(name);
        findings.problem(
                ProblemCode.UNKNOWN_REFERENCE,
                pointer,
                type == null
                        ? "there is no goto-point \"" + Shown.text(name) + "\" in this pipeline"
                        : "\"" + Shown.text(name) + "\" is no goto-point but a " + type,
                Nearest.to(name, layout.points()).orElse(null));
    }
}
