package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.ComposerDefinition;
import dev.krakenflow.definition.DeadEndDefinition;
import dev.krakenflow.definition.DoneDefinition;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.GotoDefinition;
import dev.krakenflow.definition.GotoPointDefinition;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.MapDefinition;
import dev.krakenflow.definition.ParallelDefinition;
import dev.krakenflow.definition.PipelineDefinition;
import dev.krakenflow.definition.PlugDefinition;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.RaiseDefinition;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.definition.StageDefinition;
import dev.krakenflow.definition.SwitchDefinition;
import dev.krakenflow.definition.TbdDefinition;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays the components of one pipeline out in one list and checks each of them. Used once, by one thread. */
final class ProgramCompiler {
    private final PipelineDefinition definition;
    private final VisibleHelpers helpers;
    private final HelperLinks libraries;
    private final ServiceLinks services;
    private final PlugLinks plugs;
    private final PlanNeeds needs;
    private final Findings findings;
    private final TemplateChecks checks;
    private final ComponentIndex index;
    private final List<Component> program = new ArrayList<>();

    /** @param helpers those that all components see */
    ProgramCompiler(
            PipelineDefinition definition,
            VisibleHelpers helpers,
            Expressions expressions,
            Linkage linkage,
            PlanNeeds needs,
            Findings findings) {
        this.definition = definition;
        this.helpers = helpers;
        this.libraries = new HelperLinks(linkage, findings);
        this.services = new ServiceLinks(linkage, needs, findings);
        this.plugs = new PlugLinks(definition.name(), linkage, findings);
        this.needs = needs;
        this.findings = findings;
        this.checks = new TemplateChecks(expressions, helpers, findings);
        this.index = new ComponentIndex(definition.components(), findings);
    }

    Program compile() {
        needs.helpers(helpers);
        lay(definition.components(), Program.END);
        return new Program(program);
    }

    /** @param behind the index of what follows the last of these components */
    private void lay(List<ComponentDefinition> components, int behind) {
        for (int i = 0; i < components.size(); i++) {
            ComponentDefinition component = components.get(i);
            int next = i + 1 < components.size() ? index.index(components.get(i + 1)) : behind;
            program.add(component(component, next));
            if (component instanceof SwitchDefinition it) {
                it.branches().values().forEach(branch -> lay(branch, next));
            }
        }
    }

    private Component component(ComponentDefinition component, int next) {
        VisibleHelpers visible = libraries.link(helpers, component.origin().helpers());
        needs.helpers(visible);
        TemplateChecks templates = checks.seeing(visible);
        Place place = new Place(index.name(component), component.origin().pointer(), visible.libraries());
        return switch (component) {
            case StageDefinition it -> stage(it, place, next, templates);
            case SwitchDefinition it -> switchOf(it, place, next, templates);
            case ComposerDefinition it -> new ComposerCompiler(services, findings).compile(it, place, next, templates);
            case PlugDefinition it -> plug(it, place, next, templates);
            case GotoPointDefinition it -> new GotoPoint(place, next);
            case GotoDefinition it -> jump(it, place, next, templates);
            case DoneDefinition it -> done(it, place, next, templates);
            case DeadEndDefinition it -> new DeadEnd(place, next);
            case ParallelDefinition it -> tbd(place, next);
            case MapDefinition it -> tbd(place, next);
            case RaiseDefinition it -> tbd(place, next);
            case TbdDefinition it -> tbd(place, next);
        };
    }

    private Stage stage(StageDefinition stage, Place place, int next, TemplateChecks templates) {
        String pointer = place.pointer();
        templates.condition(stage.condition(), pointer + "/condition", Scopes.RUN);
        templates.object(stage.prepare(), pointer + "/prepare", Scopes.RUN);
        templates.object(stage.transform(), pointer + "/transform", Scopes.RUN);
        return new Stage(
                place,
                next,
                stage.condition(),
                stage.prepare(),
                services.link(stage.service(), pointer),
                stage.transform(),
                stage.remove(),
                stage.timeout());
    }

    private Switch switchOf(SwitchDefinition written, Place place, int next, TemplateChecks templates) {
        templates.branchName(written.condition(), place.pointer() + "/condition", Scopes.RUN);
        templates.object(written.prepare(), place.pointer() + "/prepare", Scopes.RUN);
        Map<String, Integer> branches = new LinkedHashMap<>();
        written.branches()
                .forEach(
                        (name, branch) -> branches.put(name, branch.isEmpty() ? next : index.index(branch.getFirst())));
        // A switch without a condition was reported; the program it stands in is never run.
        JsonNode condition = written.condition() == null ? BooleanNode.FALSE : written.condition();
        return new Switch(place, next, condition, written.prepare(), branches);
    }

    private Plug plug(PlugDefinition plug, Place place, int next, TemplateChecks templates) {
        String pointer = place.pointer();
        templates.condition(plug.condition(), pointer + "/condition", Scopes.RUN);
        templates.object(plug.prepare(), pointer + "/prepare", Scopes.RUN);
        templates.object(plug.transform(), pointer + "/transform", Scopes.RUN);
        // A plug without a pipeline was reported; the program it stands in is never run.
        String plugged = plug.pipeline() == null ? "" : plug.pipeline();
        if (plug.pipeline() != null) {
            plugs.link(plugged, pointer + "/pipeline");
        }
        return new Plug(place, next, plug.condition(), plugged, plug.prepare(), plug.transform(), plug.timeout());
    }

    private Goto jump(GotoDefinition jump, Place place, int next, TemplateChecks templates) {
        templates.condition(jump.condition(), place.pointer() + "/condition", Scopes.RUN);
        Integer target = jump.to() == null ? null : index.point(jump.to());
        if (jump.to() != null && target == null) {
            reportUnknown(jump.to(), place.pointer() + "/to");
        }
        return new Goto(place, next, jump.condition(), target == null ? next : target);
    }

    private void reportUnknown(String to, String pointer) {
        String type = index.type(to);
        findings.problem(
                ProblemCode.UNKNOWN_REFERENCE,
                pointer,
                type == null
                        ? "there is no goto-point \"" + Shown.text(to) + "\" in this pipeline"
                        : "\"" + Shown.text(to) + "\" is no goto-point but a " + type,
                Nearest.to(to, index.points()).orElse(null));
    }

    private static Done done(DoneDefinition done, Place place, int next, TemplateChecks templates) {
        templates.condition(done.condition(), place.pointer() + "/condition", Scopes.RUN);
        return new Done(place, next, done.condition());
    }

    private Tbd tbd(Place place, int next) {
        findings.warning(
                ProblemCode.TO_BE_DONE,
                place.pointer(),
                "\"" + place.name() + "\" is a placeholder: it passes events",
                null);
        return new Tbd(place, next);
    }
}
