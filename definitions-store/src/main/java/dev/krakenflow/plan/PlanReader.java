package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PlanWriter} wrote; fails with {@link IllegalArgumentException} when it is anything else. */
final class PlanReader {

    private PlanReader() {}

    static Plan plan(JsonNode json) {
        List<Component> components = new ArrayList<>();
        json.path("components").forEach(component -> components.add(component(component)));
        Map<String, Service> services = new LinkedHashMap<>();
        json.path("services")
                .properties()
                .forEach(it -> services.put(it.getKey(), service(it.getKey(), it.getValue())));
        return new Plan(
                text(json, "pipeline"),
                new Program(components),
                json.get("input"),
                json.get("output"),
                limits(json.path("limits")),
                services);
    }

    private static Limits limits(JsonNode json) {
        return new Limits(
                duration(text(json, "timeout")),
                integer(json, "concurrency"),
                json.path("max_hops").longValue(),
                json.path("max_components").longValue(),
                integer(json, "max_events"));
    }

    private static Component component(JsonNode json) {
        Place place = new Place(text(json, "name"), text(json, "pointer"));
        int next = integer(json, "next");
        String type = text(json, "type");
        return switch (type) {
            case "stage" -> stage(json, place, next);
            case "switch" -> aSwitch(json, place, next);
            case "goto-point" -> new GotoPoint(place, next);
            case "goto" -> new Goto(place, next, json.get("condition"), integer(json, "target"));
            case "done" -> new Done(place, next, json.get("condition"));
            case "dead-end" -> new DeadEnd(place, next);
            case "tbd" -> new Tbd(place, next);
            default -> throw new IllegalArgumentException("unknown component type " + type);
        };
    }

    private static Stage stage(JsonNode json, Place place, int next) {
        JsonNode call = json.get("call");
        List<String> remove = new ArrayList<>();
        json.path("remove").forEach(key -> remove.add(key.asText()));
        return new Stage(
                place,
                next,
                json.get("condition"),
                json.get("prepare"),
                call == null ? null : new FunctionCall(text(call, "service"), text(call, "function")),
                json.get("transform"),
                remove,
                json.has("timeout") ? duration(text(json, "timeout")) : null);
    }

    private static Switch aSwitch(JsonNode json, Place place, int next) {
        Map<String, Integer> branches = new LinkedHashMap<>();
        JsonNode written = json.path("branches");
        written.fieldNames().forEachRemaining(branch -> branches.put(branch, integer(written, branch)));
        return new Switch(place, next, present(json, "condition"), json.get("prepare"), branches);
    }

    private static Service service(String name, JsonNode json) {
        Map<String, ServiceFunction> functions = new LinkedHashMap<>();
        json.path("functions").properties().forEach(it -> functions.put(it.getKey(), function(it.getValue())));
        return new Service(
                name,
                Service.State.valueOf(text(json, "state")),
                text(json, "module"),
                object(json, "start"),
                functions);
    }

    private static ServiceFunction function(JsonNode json) {
        return new ServiceFunction(
                json.get("input"),
                json.get("prepare"),
                object(json, "call"),
                json.get("transform"),
                json.get("output"),
                json.get("error"),
                duration(text(json, "timeout")));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration: " + text, e);
        }
    }

    private static String text(JsonNode json, String key) {
        JsonNode value = present(json, key);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key + " is not a text");
        }
        return value.textValue();
    }

    private static int integer(JsonNode json, String key) {
        JsonNode value = present(json, key);
        if (!value.isInt()) {
            throw new IllegalArgumentException(key + " is not an integer");
        }
        return value.intValue();
    }

    private static ObjectNode object(JsonNode json, String key) {
        if (json.get(key) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(key + " is not an object");
    }

    private static JsonNode present(JsonNode json, String key) {
        @Nullable JsonNode value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
