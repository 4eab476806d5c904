package dev.krakenflow.engine.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Program;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Fan-outs as in definitions, with their defaults. */
final class ScriptedFanOuts {

    private ScriptedFanOuts() {}

    static Parallel parallel(ObjectNode json, Place place, int next) {
        Map<String, Program> branches = new LinkedHashMap<>();
        json.get("branches")
                .properties()
                .forEach(branch -> branches.put(branch.getKey(), ScriptedPlan.program(branch.getValue())));
        return new Parallel(
                place,
                next,
                json.get("condition"),
                branches,
                mode(json),
                json.path("concurrency_limit").asInt(Math.max(1, branches.size())),
                json.get("transform"),
                ScriptedPlan.duration(json.get("timeout")),
                ScriptedCatches.catches(json));
    }

    static Mapping mapping(ObjectNode json, Place place, int next) {
        return new Mapping(
                place,
                next,
                json.get("condition"),
                json.get("items"),
                json.path("as").asText(Mapping.DEFAULT_AS),
                json.has("at") ? json.get("at").asText() : null,
                ScriptedPlan.program(json.get("components")),
                mode(json),
                json.path("concurrency_limit").asInt(Mapping.DEFAULT_CONCURRENCY),
                json.path("max_items").asInt(Mapping.DEFAULT_MAX_ITEMS),
                json.get("transform"),
                ScriptedPlan.duration(json.get("timeout")),
                ScriptedCatches.catches(json));
    }

    private static Parallel.Mode mode(JsonNode json) {
        return Parallel.Mode.valueOf(json.path("mode").asText("all").toUpperCase(Locale.ROOT));
    }
}
