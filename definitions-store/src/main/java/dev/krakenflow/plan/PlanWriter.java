package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a plan as a tree; what has no value is left out. {@link PlanReader} reads it. */
final class PlanWriter {

    private final ObjectNode json;

    PlanWriter(ObjectNode json) {
        this.json = json;
    }

    void write(Plan plan) {
        json.put("pipeline", plan.pipeline());
        set(json, "input", plan.input());
        set(json, "output", plan.output());
        limits(json.putObject("limits"), plan.limits());
        ArrayNode components = json.putArray("components");
        plan.program().components().forEach(component -> component(components.addObject(), component));
        ObjectNode services = json.putObject("services");
        plan.services().forEach((name, service) -> service(services.putObject(name), service));
    }

    private static void limits(ObjectNode json, Limits limits) {
        json.put("timeout", limits.timeout().toString());
        json.put("concurrency", limits.concurrency());
        json.put("max_hops", limits.maxHops());
        json.put("max_components", limits.maxComponents());
        json.put("max_events", limits.maxEvents());
    }

    private static void component(ObjectNode json, Component component) {
        json.put("type", component.type());
        json.put("name", component.place().name());
        json.put("pointer", component.place().pointer());
        json.put("next", component.next());
        switch (component) {
            case Stage it -> stage(json, it);
            case Switch it -> aSwitch(json, it);
            case Goto it -> {
                set(json, "condition", it.condition());
                json.put("target", it.target());
            }
            case Done it -> set(json, "condition", it.condition());
            case GotoPoint it -> {}
            case DeadEnd it -> {}
            case Tbd it -> {}
        }
    }

    private static void stage(ObjectNode json, Stage stage) {
        set(json, "condition", stage.condition());
        set(json, "prepare", stage.prepare());
        FunctionCall call = stage.call();
        if (call != null) {
            json.putObject("call").put("service", call.service()).put("function", call.function());
        }
        set(json, "transform", stage.transform());
        if (!stage.remove().isEmpty()) {
            stage.remove().forEach(json.putArray("remove")::add);
        }
        if (stage.timeout() != null) {
            json.put("timeout", stage.timeout().toString());
        }
    }

    private static void aSwitch(ObjectNode json, Switch aSwitch) {
        json.set("condition", aSwitch.condition());
        set(json, "prepare", aSwitch.prepare());
        ObjectNode branches = json.putObject("branches");
        aSwitch.branches().forEach(branches::put);
    }

    private static void service(ObjectNode json, Service service) {
        json.put("state", service.state().name());
        json.put("module", service.module());
        json.set("start", service.start());
        ObjectNode functions = json.putObject("functions");
        for (Map.Entry<String, ServiceFunction> entry : service.functions().entrySet()) {
            function(functions.putObject(entry.getKey()), entry.getValue());
        }
    }

    private static void function(ObjectNode json, ServiceFunction function) {
        set(json, "input", function.input());
        set(json, "prepare", function.prepare());
        json.set("call", function.call());
        set(json, "transform", function.transform());
        set(json, "output", function.output());
        set(json, "error", function.error());
        json.put("timeout", function.timeout().toString());
    }

    private static void set(ObjectNode json, String key, @Nullable JsonNode value) {
        if (value != null) {
            json.set(key, value);
        }
    }
}
