package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.krakenflow.definition.ComponentDefinition;
import dev.krakenflow.definition.DeadEndDefinition;
import dev.krakenflow.definition.DoneDefinition;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.GotoDefinition;
import dev.krakenflow.definition.GotoPointDefinition;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.definition.StageDefinition;
import dev.krakenflow.definition.SwitchDefinition;
import dev.krakenflow.definition.TbdDefinition;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Place;
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
    private final TemplateChecks templates;
    private final ServiceLinks services;
    private final Findings findings;
    private final List<Component> program = new ArrayList<>();

    ProgramCompiler(TemplateChecks templates, ServiceLinks services, Findings findings) {
        this.templates = templates;
        this.services = services;
        this.findings = findings;
    }

    Program compile(List<ComponentDefinition> components) {
        ComponentIndex index = new ComponentIndex(components, findings);
        lay(components, Program.END, index);
        return new Program(program);
    }

    /** @param behind the index of what follows the last of these components */
    private void lay(List<ComponentDefinition> components, int behind, ComponentIndex index) {
        for (int i = 0; i < components.size(); i++) {
            ComponentDefinition component = components.get(i);
            int next = i + 1 < components.size() ? index.index(components.get(i + 1)) : behind;
            Place place = new Place(index.name(component), component.origin().pointer());
            switch (component) {
                case StageDefinition it -> program.add(stage(it, place, next));
                case SwitchDefinition it -> {
                    program.add(switchOf(it, place, next, index));
                    it.branches().values().forEach(branch -> lay(branch, next, index));
                }
                case GotoPointDefinition it -> program.add(new GotoPoint(place, next));
                case GotoDefinition it -> program.add(jump(it, place, next, index));
                case DoneDefinition it -> program.add(done(it, place, next));
                case DeadEndDefinition it -> program.add(new DeadEnd(place, next));
                case TbdDefinition it -> program.add(tbd(place, next));
            }
        }
    }

    private Stage stage(StageDefinition stage, Place place, int next) {
        String pointer = place.pointer();
        templates.condition(stage.condition(), pointer + "/condition", Scopes.RUN);
        templates.object(stage.prepare(), pointer + "/prepare", Scopes.RUN);
        templates.object(stage.transform(), pointer + "/transform", Scopes.RUN);
        FunctionCall call = stage.service() == null ? null : services.link(stage.service(), pointer + "/service");
        return new Stage(
                place,
                next,
                stage.condition(),
                stage.prepare(),
                call,
                stage.transform(),
                stage.remove(),
                stage.timeout());
    }

    private Switch switchOf(SwitchDefinition written, Place place, int next, ComponentIndex index) {
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

    private Goto jump(GotoDefinition jump, Place place, int next, ComponentIndex index) {
        templates.condition(jump.condition(), place.pointer() + "/condition", Scopes.RUN);
        Integer target = jump.to() == null ? null : index.point(jump.to());
        if (jump.to() != null && target == null) {
            reportUnknown(jump.to(), place.pointer() + "/to", index);
        }
        return new Goto(place, next, jump.condition(), target == null ? next : target);
    }

    private void reportUnknown(String to, String pointer, ComponentIndex index) {
        String type = index.type(to);
        findings.problem(
                ProblemCode.UNKNOWN_REFERENCE,
                pointer,
                type == null
                        ? "there is no goto-point \"" + Shown.text(to) + "\" in this pipeline"
                        : "\"" + Shown.text(to) + "\" is no goto-point but a " + type,
                Nearest.to(to, index.points()).orElse(null));
    }

    private Done done(DoneDefinition done, Place place, int next) {
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
