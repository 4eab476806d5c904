package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the runners of a program's components. */
final class ProgramLoader {
    private static final Scope SCOPE = Scope.of("event", "context");

    private final Expressions expressions;
    private final FunctionLoader functions;

    ProgramLoader(Expressions expressions, FunctionLoader functions) {
        this.expressions = expressions;
        this.functions = functions;
    }

    /** @throws IllegalArgumentException when something in it cannot be compiled */
    ProgramRunner load(String pipeline, Program program) {
        List<Component> components = program.components();
        ComponentRunner[] runners = new ComponentRunner[components.size()];
        for (int i = 0; i < runners.length; i++) {
            runners[i] = load(components.get(i));
        }
        return new ProgramRunner(pipeline, program, runners);
    }

    private ComponentRunner load(Component component) {
        return switch (component) {
            case Stage it -> stage(it);
            case Switch it -> choice(it);
            case GotoPoint it -> new PassRunner(it);
            case Tbd it -> new PassRunner(it);
            case Goto it -> new JumpRunner(it, condition(it.condition()), it.target());
            case Done it -> new JumpRunner(it, condition(it.condition()), ComponentRunner.END);
            case DeadEnd it -> new JumpRunner(it, null, ComponentRunner.DEAD_END);
        };
    }

    private ComponentRunner stage(Stage stage) {
        return new StageRunner(
                stage,
                condition(stage.condition()),
                template("prepare", stage.prepare()),
                stage.call() == null ? null : functions.load(stage.call()),
                template("transform", stage.transform()));
    }

    private ComponentRunner choice(Switch choice) {
        TemplateField condition = new TemplateField(
                ConditionField.KEY,
                expressions.template(choice.condition(), SCOPE).orThrow());
        return new SwitchRunner(choice, condition, template("prepare", choice.prepare()));
    }

    private @Nullable ConditionField condition(@Nullable JsonNode json) {
        return ConditionField.of(json, expressions, SCOPE);
    }

    private @Nullable TemplateField template(String key, @Nullable JsonNode json) {
        return TemplateField.of(key, json, expressions, SCOPE);
    }
}
