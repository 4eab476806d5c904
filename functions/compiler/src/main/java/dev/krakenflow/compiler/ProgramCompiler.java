package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.ComposerDefinition;
import dev.krakenflow.definition.DeadEndDefinition;
import dev.krakenflow.definition.DoneDefinition;
import dev.krakenflow.definition.GotoDefinition;
import dev.krakenflow.definition.GotoPointDefinition;
import dev.krakenflow.definition.MapDefinition;
import dev.krakenflow.definition.NestedComponents;
import dev.krakenflow.definition.ParallelDefinition;
import dev.krakenflow.definition.PlugDefinition;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.RaiseDefinition;
import dev.krakenflow.definition.StageDefinition;
import dev.krakenflow.definition.SwitchDefinition;
import dev.krakenflow.definition.TbdDefinition;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays the components of one program out in one list and checks each of them. Used once, by one thread. */
final class ProgramCompiler {
    private final PipelineContext context;
    private final ProgramLayout layout;
    private final JumpTargets targets;
    private final CatchCompiler catches;
    private final List<Component> program = new ArrayList<>();

    private ProgramCompiler(List<ComponentDefinition> components, PipelineContext context) {
        this.context = context;
        this.layout = new ProgramLayout(components);
        this.targets = new JumpTargets(layout, context.names(), context.findings());
        this.catches = new CatchCompiler(layout, targets);
    }

    /**
     * @param variables those that the expressions of the components may name
     * @param context that of their pipeline
     */
    static Program compile(List<ComponentDefinition> components, Set<String> variables, PipelineContext context) {
        ProgramCompiler compiler = new ProgramCompiler(components, context);
        compiler.lay(components, Program.END, variables);
        return new Program(compiler.program);
    }

    /** @param behind the index of what follows the last of these components */
    private void lay(List<ComponentDefinition> components, int behind, Set<String> variables) {
        for (int i = 0; i < components.size(); i++) {
            ComponentDefinition component = components.get(i);
            int next = layout.next(components, i, behind);
            program.add(component(component, site(component, next, variables)));
            for (NestedComponents nested : component.nested()) {
                if (!nested.kind().apart()) {
                    boolean caught = nested.kind() == NestedComponents.Kind.CATCH;
                    lay(nested.components(), next, caught ? Scopes.ERROR : variables);
                }
            }
        }
    }

    private ComponentSite site(ComponentDefinition component, int next, Set<String> variables) {
        VisibleHelpers visible =
                context.libraries().link(context.helpers(), component.origin().helpers());
        context.needs().helpers(visible);
        Place place =
                new Place(context.names().of(component), component.origin().pointer(), visible.libraries());
        return new ComponentSite(place, next, visible, context.checks().seeing(visible), variables);
    }

    private Component component(ComponentDefinition component, ComponentSite site) {
        return switch (component) {
            case StageDefinition it -> new StageCompiler(context).compile(it, site, catches.compile(it, site));
            case SwitchDefinition it -> switchOf(it, site);
            case ComposerDefinition it -> new ComposerCompiler(context).compile(it, site, catches.compile(it, site));
            case PlugDefinition it -> plug(it, site);
            case ParallelDefinition it -> new FanOutCompiler(context).compile(it, site, catches.compile(it, site));
            case MapDefinition it -> new FanOutCompiler(context).compile(it, site, catches.compile(it, site));
            case RaiseDefinition it -> RaiseCompiler.compile(it, site);
            case GotoPointDefinition it -> new GotoPoint(site.place(), site.next());
            case GotoDefinition it -> jump(it, site);
            case DoneDefinition it -> done(it, site);
            case DeadEndDefinition it -> new DeadEnd(site.place(), site.next());
            case TbdDefinition it -> tbd(site);
        };
    }

    private Switch switchOf(SwitchDefinition written, ComponentSite site) {
        site.templates().branchName(written.condition(), site.pointer("condition"), site.variables());
        site.object(written.prepare(), "prepare");
        Map<String, Integer> branches = new LinkedHashMap<>();
        written.branches().forEach((name, branch) -> branches.put(name, layout.start(branch, site.next())));
        // A switch without a condition was reported; the program it stands in is never run.
        JsonNode condition = written.condition() == null ? BooleanNode.FALSE : written.condition();
        return new Switch(site.place(), site.next(), condition, written.prepare(), branches);
    }

    private Plug plug(PlugDefinition plug, ComponentSite site) {
        site.condition(plug.condition());
        site.object(plug.prepare(), "prepare");
        site.object(plug.transform(), "transform");
        // A plug without a pipeline was reported; the program it stands in is never run.
        String plugged = plug.pipeline() == null ? "" : plug.pipeline();
        if (plug.pipeline() != null) {
            context.plugs().link(plugged, site.pointer("pipeline"));
        }
        return new Plug(
                site.place(),
                site.next(),
                plug.condition(),
                plugged,
                plug.prepare(),
                plug.transform(),
                plug.timeout(),
                catches.compile(plug, site));
    }

    private Goto jump(GotoDefinition jump, ComponentSite site) {
        site.condition(jump.condition());
        Integer target = jump.to() == null ? null : targets.find(jump.to(), site.pointer("to"));
        return new Goto(site.place(), site.next(), jump.condition(), target == null ? site.next() : target);
    }

    private static Done done(DoneDefinition done, ComponentSite site) {
        site.condition(done.condition());
        return new Done(site.place(), site.next(), done.condition());
    }

    private Tbd tbd(ComponentSite site) {
        context.findings()
                .warning(
                        ProblemCode.TO_BE_DONE,
                        site.pointer(),
                        "\"" + site.place().name() + "\" is a placeholder: it passes events",
                        null);
        return new Tbd(site.place(), site.next());
    }
}
