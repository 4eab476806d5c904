package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Raise;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the runners of a program's components. */
final class ProgramLoader {
    private static final String[] VARIABLES = {"event", "context"};

    private final Ports ports;
    private final HelperScopes scopes;
    private final FunctionLoader functions;
    private final Map<String, PluggedRunner> plugged;

    /** @param plugged filled by the caller before anything runs */
    ProgramLoader(Ports ports, HelperScopes scopes, FunctionLoader functions, Map<String, PluggedRunner> plugged) {
        this.ports = ports;
        this.scopes = scopes;
        this.functions = functions;
        this.plugged = plugged;
    }

    /**
     * @param input schema of the events that enter
     * @param output schema of the results
     * @throws IllegalArgumentException when something in it cannot be compiled
     */
    ProgramRunner load(String pipeline, Program program, @Nullable JsonNode input, @Nullable JsonNode output) {
        List<Component> components = program.components();
        ComponentRunner[] runners = new ComponentRunner[components.size()];
        for (int i = 0; i < runners.length; i++) {
            runners[i] = load(pipeline, components.get(i));
        }
        return new ProgramRunner(pipeline, program, runners, SchemaField.input(input), SchemaField.output(output));
    }

    private ComponentRunner load(String pipeline, Component component) {
        Fields fields =
                new Fields(ports.expressions(), scopes.scope(component.place().helpers(), VARIABLES));
        return switch (component) {
            case Stage it -> stage(it, fields);
            case Switch it -> choice(it, fields);
            case Composer it -> new ComposerLoader(ports, scopes, functions).load(pipeline, it);
            case Plug it -> plug(it, fields);
            case Parallel it -> new FanOutLoader(fields, this, pipeline).load(it);
            case Mapping it -> new FanOutLoader(fields, this, pipeline).load(it);
            case Raise it -> throw new IllegalArgumentException("raise cannot be run");
            case GotoPoint it -> new PassRunner(it);
            case Tbd it -> new PassRunner(it);
            case Goto it -> new JumpRunner(it, fields.condition(it.condition()), it.target());
            case Done it -> new JumpRunner(it, fields.condition(it.condition()), ComponentRunner.END);
            case DeadEnd it -> new JumpRunner(it, null, ComponentRunner.DEAD_END);
        };
    }

    private ComponentRunner stage(Stage stage, Fields fields) {
        FunctionCall call = stage.call();
        return new StageRunner(
                stage,
                fields.condition(stage.condition()),
                fields.optional("prepare", stage.prepare()),
                call == null ? null : functions.load(call, stage.retry()),
                fields.optional("transform", stage.transform()));
    }

    private static ComponentRunner choice(Switch choice, Fields fields) {
        return new SwitchRunner(
                choice,
                fields.template(ConditionField.KEY, choice.condition()),
                fields.optional("prepare", choice.prepare()));
    }

    private ComponentRunner plug(Plug plug, Fields fields) {
        return new PlugRunner(
                plug,
                fields.condition(plug.condition()),
                fields.optional("prepare", plug.prepare()),
                plugged,
                fields.optional("transform", plug.transform()));
    }
}
