package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.Compilation;
import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.ReadDefinition;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the definitions of a body, one after the other, and compiles them. Used by one draft. */
final class BodyCompilation {

    private final LinkedDefinitions linked;
    private final TakenTriggers taken;
    private final Inspection inspection;
    private final Set<RecordKey> seen = new HashSet<>();
    private final Map<String, Plan> plans = new LinkedHashMap<>();

    /**
     * @param linked what they are linked with
     * @param inspection takes what is found
     */
    BodyCompilation(LinkedDefinitions linked, TakenTriggers taken, Inspection inspection) {
        this.linked = linked;
        this.taken = taken;
        this.inspection = inspection;
    }

    /**
     * Compiles a definition.
     *
     * @param started whether it will be
     * @param pointer where it stands in the body
     */
    <D> void compile(DefinitionKind<D> kind, ReadDefinition<D> read, boolean started, String pointer) {
        List<Problem> problems = found(kind, read);
        Compilation<?> compilation = kind.compile(read, started, linked);
        switch (compilation) {
            case Compilation.Compiled<?> compiled -> {
                if (compiled.value() instanceof Plan plan) {
                    plans.put(plan.pipeline(), plan);
                }
            }
            case Compilation.Rejected<?> rejected -> problems.addAll(rejected.problems());
        }
        inspection.problems(read.document().inOrder(problems), pointer);
        inspection.warnings(compilation.warnings(), pointer);
    }

    /** Checks a definition that need not be compiled: only whether it stands beside the others. */
    <D> void passOver(DefinitionKind<D> kind, ReadDefinition<D> read, String pointer) {
        inspection.problems(read.document().inOrder(found(kind, read)), pointer);
    }

    /** The plans of the pipelines that were compiled. */
    Map<String, Plan> plans() {
        return plans;
    }

    private <D> List<Problem> found(DefinitionKind<D> kind, ReadDefinition<D> read) {
        List<Problem> problems = new ArrayList<>(kind.conflicts(read.definition(), taken));
        String name = kind.name(read.definition());
        if (!name.isEmpty() && !seen.add(kind.key(name))) {
            problems.add(new Problem(ProblemCode.DUPLICATE_NAME, "/name", "this name stands twice in the list", null));
        }
        return problems;
    }
}
