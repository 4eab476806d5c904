package dev.krakenflow.compiler;

import dev.krakenflow.definition.CatchDefinition;
import dev.krakenflow.definition.CatchingDefinition;
import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.plan.Catch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code catch} of the components of one program. */
final class CatchCompiler {
    private final ProgramLayout layout;
    private final JumpTargets targets;

    CatchCompiler(ProgramLayout layout, JumpTargets targets) {
        this.layout = layout;
        this.targets = targets;
    }

    /** What a component does with failures. An entry without an action was reported, and is left out. */
    List<Catch> compile(CatchingDefinition component, ComponentSite site) {
        List<Catch> catches = new ArrayList<>();
        for (CatchDefinition written : component.catches()) {
            Catch.Action action = action(written, site.templates());
            if (action != null) {
                catches.add(new Catch(written.errors(), action));
            }
        }
        return catches;
    }

    private Catch.@Nullable Action action(CatchDefinition written, TemplateChecks templates) {
        templates.object(written.transform(), written.pointer() + "/transform", Scopes.ERROR);
        if (written.transform() != null) {
            return new Catch.Transform(written.transform());
        }
        if (written.components() != null) {
            return components(written.components());
        }
        Integer target = written.goTo() == null ? null : targets.find(written.goTo(), written.pointer() + "/goto");
        return target == null ? null : new Catch.Goto(target);
    }

    private Catch.Components components(List<ComponentDefinition> components) {
        int start = layout.start(components, 0);
        return new Catch.Components(start, components.isEmpty() ? start : layout.end(components));
    }
}
