package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
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
        if (plan.description() != null) {
            json.put("description", plan.description());
        }
        set(json, "input", plan.input());
        set(json, "output", plan.output());
        limits(json.putObject("limits"), plan.limits());
        triggers(plan.triggers());
        ProgramWriter.write(json.putArray("components"), plan.program());
        ObjectNode services = json.putObject("services");
        plan.services().forEach((name, service) -> service(services.putObject(name), service));
        plugged(plan.plugged());
        helpers(plan.helpers());
        PolicyWriter.handlers(json, plan.handlers());
        PolicyWriter.idempotency(json, plan.idempotency());
    }

    private static void limits(ObjectNode json, Limits limits) {
        json.put("timeout", limits.timeout().toString());
        json.put("concurrency", limits.concurrency());
        json.put("max_hops", limits.maxHops());
        json.put("max_components", limits.maxComponents());
        json.put("max_events", limits.maxEvents());
        if (limits.maxDeliveries() != Limits.DEFAULT.maxDeliveries()) {
            json.put("max_deliveries", limits.maxDeliveries());
        }
    }

    private void triggers(List<HttpTrigger> triggers) {
        if (triggers.isEmpty()) {
            return;
        }
        ArrayNode list = json.putArray("triggers");
        for (HttpTrigger trigger : triggers) {
            ObjectNode object = list.addObject().put("method", trigger.method()).put("path", trigger.path());
            names(object, "headers", trigger.headers());
            names(object, "helpers", trigger.helpers());
            set(object, "status", trigger.status());
            set(object, "response_headers", trigger.responseHeaders());
            set(object, "body", trigger.body());
        }
    }

    private static void service(ObjectNode json, Service service) {
        json.put("state", service.state().name());
        json.put("module", service.module());
        json.set("start", service.start());
        names(json, "helpers", service.helpers());
        PolicyWriter.calls(json, service.policies());
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
        set(json, "idempotency_key", function.idempotencyKey());
        PolicyWriter.retry(json, function.retry());
        PolicyWriter.calls(json, function.policies());
        PolicyWriter.cache(json, function.cache());
    }

    private void plugged(Map<String, PluggedPipeline> plugged) {
        if (plugged.isEmpty()) {
            return;
        }
        ObjectNode all = json.putObject("plugged");
        plugged.forEach((name, pipeline) -> {
            ObjectNode object = all.putObject(name);
            set(object, "input", pipeline.input());
            set(object, "output", pipeline.output());
            object.put("timeout", pipeline.timeout().toString());
            PolicyWriter.handlers(object, pipeline.handlers());
            ProgramWriter.write(object.putArray("components"), pipeline.program());
        });
    }

    private void helpers(Map<String, Map<String, String>> helpers) {
        if (helpers.isEmpty()) {
            return;
        }
        ObjectNode libraries = json.putObject("helpers");
        helpers.forEach((library, functions) -> {
            ObjectNode object = libraries.putObject(library);
            functions.forEach(object::put);
        });
    }

    /** Sets a value, if there is one. */
    static void set(ObjectNode json, String key, @Nullable JsonNode value) {
        if (value != null) {
            json.set(key, value);
        }
    }

    /** Sets a list of names, unless it is empty. */
    static void names(ObjectNode json, String key, List<String> names) {
        if (!names.isEmpty()) {
            names.forEach(json.putArray(key)::add);
        }
    }
}
