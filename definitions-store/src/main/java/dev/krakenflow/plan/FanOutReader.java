package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads what {@link FanOutWriter} wrote; fails with {@link IllegalArgumentException} when it is anything else. */
final class FanOutReader {
    private FanOutReader() {}

    static Parallel parallel(JsonNode json, Place place, int next) {
        Map<String, Program> branches = new LinkedHashMap<>();
        json.path("branches")
                .properties()
                .forEach(branch -> branches.put(branch.getKey(), ProgramReader.program(branch.getValue())));
        return new Parallel(
                place,
                next,
                json.get("condition"),
                branches,
                mode(json),
                PlanFields.integer(json, "concurrency"),
                json.get("transform"),
                PlanFields.optionalDuration(json, "timeout"),
                PolicyReader.catches(json));
    }

    static Mapping mapping(JsonNode json, Place place, int next) {
        return new Mapping(
                place,
                next,
                json.get("condition"),
                PlanFields.present(json, "items"),
                PlanFields.text(json, "as"),
                json.has("at") ? PlanFields.text(json, "at") : null,
                ProgramReader.program(PlanFields.present(json, "components")),
                mode(json),
                PlanFields.integer(json, "concurrency"),
                PlanFields.integer(json, "max_items"),
                json.get("transform"),
                PlanFields.optionalDuration(json, "timeout"),
                PolicyReader.catches(json));
    }

    private static Parallel.Mode mode(JsonNode json) {
        return Parallel.Mode.valueOf(PlanFields.text(json, "mode").toUpperCase(Locale.ROOT));
    }
}
