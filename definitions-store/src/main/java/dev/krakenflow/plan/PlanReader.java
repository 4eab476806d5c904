package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@link PlanWriter} wrote; fails with {@link IllegalArgumentException} when it is anything else. */
final class PlanReader {
    private PlanReader() {}

    static Plan plan(JsonNode json) {
        Map<String, Service> services = new LinkedHashMap<>();
        json.path("services")
                .properties()
                .forEach(it -> services.put(it.getKey(), service(it.getKey(), it.getValue())));
        Map<String, PluggedPipeline> plugged = new LinkedHashMap<>();
        json.path("plugged").properties().forEach(it -> plugged.put(it.getKey(), plugged(it.getValue())));
        Map<String, Map<String, String>> helpers = new LinkedHashMap<>();
        json.path("helpers").properties().forEach(it -> helpers.put(it.getKey(), library(it.getValue())));
        return new Plan(
                PlanFields.text(json, "pipeline"),
                ProgramReader.program(json.path("components")),
                json.get("input"),
                json.get("output"),
                limits(json.path("limits")),
                triggers(json.path("triggers")),
                services,
                plugged,
                helpers,
                PolicyReader.handlers(json),
                PolicyReader.idempotency(json),
                json.path("description").textValue());
    }

    private static Limits limits(JsonNode json) {
        return new Limits(
                PlanFields.duration(json, "timeout"),
                PlanFields.integer(json, "concurrency"),
                json.path("max_hops").longValue(),
                json.path("max_components").longValue(),
                PlanFields.integer(json, "max_events"),
                deliveries(json));
    }

    /** Only what is not the standard is written. */
    private static int deliveries(JsonNode json) {
        return json.has("max_deliveries") ? PlanFields.integer(json, "max_deliveries") : Limits.DEFAULT.maxDeliveries();
    }

    private static List<HttpTrigger> triggers(JsonNode json) {
        List<HttpTrigger> triggers = new ArrayList<>();
        json.forEach(trigger -> triggers.add(new HttpTrigger(
                PlanFields.text(trigger, "method"),
                PlanFields.text(trigger, "path"),
                PlanFields.names(trigger, "headers"),
                PlanFields.names(trigger, "helpers"),
                trigger.get("status"),
                trigger.get("response_headers"),
                trigger.get("body"))));
        return triggers;
    }

    private static PluggedPipeline plugged(JsonNode json) {
        return new PluggedPipeline(
                ProgramReader.program(json.path("components")),
                json.get("input"),
                json.get("output"),
                PlanFields.duration(json, "timeout"),
                PolicyReader.handlers(json));
    }

    private static Map<String, String> library(JsonNode json) {
        Map<String, String> functions = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> functions.put(name, PlanFields.text(json, name)));
        return functions;
    }

    private static Service service(String name, JsonNode json) {
        Map<String, ServiceFunction> functions = new LinkedHashMap<>();
        json.path("functions").properties().forEach(it -> functions.put(it.getKey(), function(it.getValue())));
        return new Service(
                name,
                Service.State.valueOf(PlanFields.text(json, "state")),
                PlanFields.text(json, "module"),
                PlanFields.object(json, "start"),
                functions,
                PlanFields.names(json, "helpers"),
                PolicyReader.calls(json));
    }

    private static ServiceFunction function(JsonNode json) {
        return new ServiceFunction(
                json.get("input"),
                json.get("prepare"),
                PlanFields.object(json, "call"),
                json.get("transform"),
                json.get("output"),
                json.get("error"),
                PlanFields.duration(json, "timeout"),
                json.get("idempotency_key"),
                PolicyReader.retry(json),
                PolicyReader.calls(json),
                PolicyReader.cache(json));
    }
}
