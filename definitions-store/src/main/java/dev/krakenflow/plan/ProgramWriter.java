package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the components of a program as a list of objects; what has no value is left out. */
final class ProgramWriter {
    private ProgramWriter() {}

    static void write(ArrayNode json, Program program) {
        program.components().forEach(component -> component(json.addObject(), component));
    }

    private static void component(ObjectNode json, Component component) {
        json.put("type", component.type());
        json.put("name", component.place().name());
        json.put("pointer", component.place().pointer());
        PlanWriter.names(json, "helpers", component.place().helpers());
        json.put("next", component.next());
        PolicyWriter.catches(json, component.catches());
        switch (component) {
            case Stage it -> stage(json, it);
            case Switch it -> aSwitch(json, it);
            case Composer it -> composer(json, it);
            case Plug it -> plug(json, it);
            case Parallel it -> FanOutWriter.parallel(json, it);
            case Mapping it -> FanOutWriter.mapping(json, it);
            case Raise it -> raise(json, it);
            case Goto it -> {
                PlanWriter.set(json, "condition", it.condition());
                json.put("target", it.target());
            }
            case Done it -> PlanWriter.set(json, "condition", it.condition());
            case GotoPoint it -> {}
            case DeadEnd it -> {}
            case Tbd it -> {}
        }
    }

    private static void stage(ObjectNode json, Stage stage) {
        PlanWriter.set(json, "condition", stage.condition());
        PlanWriter.set(json, "prepare", stage.prepare());
        call(json, stage.call());
        PlanWriter.set(json, "transform", stage.transform());
        PlanWriter.names(json, "remove", stage.remove());
        PolicyWriter.duration(json, "timeout", stage.timeout());
        PolicyWriter.retry(json, stage.retry());
        PolicyWriter.compensation(json, stage.compensation());
    }

    private static void aSwitch(ObjectNode json, Switch aSwitch) {
        json.set("condition", aSwitch.condition());
        PlanWriter.set(json, "prepare", aSwitch.prepare());
        ObjectNode branches = json.putObject("branches");
        aSwitch.branches().forEach(branches::put);
    }

    private static void composer(ObjectNode json, Composer composer) {
        PlanWriter.set(json, "condition", composer.condition());
        PlanWriter.set(json, "prepare", composer.prepare());
        call(json, composer.call());
        json.set("events", composer.events());
        PlanWriter.set(json, "new_memo", composer.newMemo());
        Memo memo = composer.memo();
        if (memo != null) {
            ObjectNode object = json.putObject("memo");
            object.set("initial", memo.initial());
            PlanWriter.set(object, "key", memo.key());
            PolicyWriter.duration(object, "ttl", memo.ttl());
            object.put("scope", memo.scope().name().toLowerCase(Locale.ROOT));
            object.put("leased", memo.leased());
        }
    }

    private static void plug(ObjectNode json, Plug plug) {
        PlanWriter.set(json, "condition", plug.condition());
        json.put("pipeline", plug.pipeline());
        PlanWriter.set(json, "prepare", plug.prepare());
        PlanWriter.set(json, "transform", plug.transform());
        PolicyWriter.duration(json, "timeout", plug.timeout());
    }

    private static void raise(ObjectNode json, Raise raise) {
        PlanWriter.set(json, "condition", raise.condition());
        json.set("code", raise.code());
        PlanWriter.set(json, "status", raise.status());
        PlanWriter.set(json, "detail", raise.detail());
    }

    static void call(ObjectNode json, @Nullable FunctionCall call) {
        if (call != null) {
            json.putObject("call").put("service", call.service()).put("function", call.function());
        }
    }
}
