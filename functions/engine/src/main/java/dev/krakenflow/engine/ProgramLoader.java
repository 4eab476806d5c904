package dev.krakenflow.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Compensation;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.DeadEnd;
import dev.krakenflow.plan.Done;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.GotoPoint;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Plug;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Raise;
import dev.krakenflow.plan.Stage;
import dev.krakenflow.plan.Switch;
import dev.krakenflow.plan.Tbd;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the runners of a program's components. */
final class ProgramLoader {
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
     * A pipeline.
     *
     * @param input schema of the events that enter
     * @param output schema of the results
     * @throws IllegalArgumentException when something in it cannot be compiled
     */
    ProgramRunner load(
            String pipeline, Program program, @Nullable JsonNode input, @Nullable JsonNode output, Handlers handlers) {
        ProgramScope scope = new ProgramScope(ports, scopes, pipeline, false);
        SchemaField results = SchemaField.output(output);
        HandlersRunner atTheEnd = handlers(scope.withError(), handlers, results);
        return new ProgramRunner(
                pipeline, program, runners(scope, program), SchemaField.input(input), results, atTheEnd);
    }

    /** A part of a pipeline that its events pass on ways of their own. */
    ProgramRunner part(ProgramScope scope, Program program) {
        return part(scope, program, null);
    }

    private HandlersRunner handlers(ProgramScope scope, Handlers handlers, @Nullable SchemaField results) {
        Program onError = handlers.onError();
        Program lastly = handlers.lastly();
        return new HandlersRunner(
                onError == null ? null : part(scope, onError, results),
                lastly == null ? null : part(scope, lastly),
                handlers.finallyTimeout());
    }

    private ProgramRunner part(ProgramScope scope, Program program, @Nullable SchemaField results) {
        ComponentRunner[] runners = runners(scope, program);
        return new ProgramRunner(scope.pipeline(), program, runners, null, results, HandlersRunner.NONE);
    }

    private ComponentRunner[] runners(ProgramScope scope, Program program) {
        List<Component> components = program.components();
        BitSet inSight = CatchLoader.inSight(program);
        ComponentRunner[] runners = new ComponentRunner[components.size()];
        for (int i = 0; i < runners.length; i++) {
            runners[i] = load(inSight.get(i) ? scope.withError() : scope, components.get(i));
        }
        return runners;
    }

    private ComponentRunner load(ProgramScope scope, Component component) {
        Fields fields = scope.fields(component);
        return switch (component) {
            case Stage it -> stage(it, scope, fields);
            case Switch it -> choice(it, fields);
            case Composer it -> new ComposerLoader(scope, functions).load(it);
            case Plug it -> plug(it, scope, fields);
            case Parallel it -> new FanOutLoader(scope, this).load(it);
            case Mapping it -> new FanOutLoader(scope, this).load(it);
            case Raise it -> RaiseRunner.of(it, fields);
            case GotoPoint it -> new PassRunner(it);
            case Tbd it -> new PassRunner(it);
            case Goto it -> new JumpRunner(it, fields.condition(it.condition()), it.target());
            case Done it -> new JumpRunner(it, fields.condition(it.condition()), ComponentRunner.END);
            case DeadEnd it -> new JumpRunner(it, null, ComponentRunner.DEAD_END);
        };
    }

    private ComponentRunner stage(Stage stage, ProgramScope scope, Fields fields) {
        FunctionCall call = stage.call();
        Compensation compensation = stage.compensation();
        return new StageRunner(
                stage,
                fields.condition(stage.condition()),
                fields.optional("prepare", stage.prepare()),
                call == null ? null : functions.load(call, stage.retry()),
                fields.optional("transform", stage.transform()),
                scope.catches(stage),
                compensation == null ? null : compensation(compensation, fields));
    }

    private CompensationRunner compensation(Compensation compensation, Fields fields) {
        return new CompensationRunner(
                functions.load(compensation.call(), compensation.retry()),
                fields.optional(CompensationRunner.PREPARE, compensation.prepare()),
                compensation.timeout());
    }

    private static ComponentRunner choice(Switch choice, Fields fields) {
        return new SwitchRunner(
                choice,
                fields.template(ConditionField.KEY, choice.condition()),
                fields.optional("prepare", choice.prepare()));
    }

    private ComponentRunner plug(Plug plug, ProgramScope scope, Fields fields) {
        return new PlugRunner(
                plug,
                fields.condition(plug.condition()),
                fields.optional("prepare", plug.prepare()),
                plugged,
                fields.optional("transform", plug.transform()),
                scope.catches(plug));
    }
}
