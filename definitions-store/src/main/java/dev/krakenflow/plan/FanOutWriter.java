package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** Writes the components that send an event through several programs at once. */
final class FanOutWriter {
    private FanOutWriter() {}

    static void parallel(ObjectNode json, Parallel parallel) {
        PlanWriter.set(json, "condition", parallel.condition());
        ObjectNode branches = json.putObject("branches");
        parallel.branches().forEach((name, program) -> ProgramWriter.write(branches.putArray(name), program));
        json.put("mode", text(parallel.mode()));
        json.put("concurrency", parallel.concurrency());
        PlanWriter.set(json, "transform", parallel.transform());
        PolicyWriter.duration(json, "timeout", parallel.timeout());
    }

    static void mapping(ObjectNode json, Mapping mapping) {
        PlanWriter.set(json, "condition", mapping.condition());
        json.set("items", mapping.items());
        json.put("as", mapping.as());
        if (mapping.at() != null) {
            json.put("at", mapping.at());
        }
        ProgramWriter.write(json.putArray("components"), mapping.program());
        json.put("mode", text(mapping.mode()));
        json.put("concurrency", mapping.concurrency());
        json.put("max_items", mapping.maxItems());
        PlanWriter.set(json, "transform", mapping.transform());
        PolicyWriter.duration(json, "timeout", mapping.timeout());
    }

    private static String text(Parallel.Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
