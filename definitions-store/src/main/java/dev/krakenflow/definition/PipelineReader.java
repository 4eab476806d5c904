package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one pipeline. */
final class PipelineReader {
    private static final long MOST_CONCURRENCY = 10_000;
    private static final long MOST_HOPS = 10_000_000;
    private static final long MOST_COMPONENTS = 100_000_000;
    private static final long MOST_EVENTS = 1_000_000;

    private final Findings findings;

    PipelineReader(Findings findings) {
        this.findings = findings;
    }

    PipelineDefinition read(ObjectNode json) {
        Fields fields = new Fields(json, "", findings);
        String name = Names.ofDefinition(fields, findings);
        fields.text("description");
        fields.require("components");
        ArrayNode components = fields.list("components");
        List<ComponentDefinition> read = components == null
                ? List.of()
                : new ComponentReader(findings).list(components, fields.pointer("components"));
        PipelineDefinition definition = new PipelineDefinition(
                name,
                read,
                fields.any("input"),
                fields.any("output"),
                limits(fields),
                triggers(fields),
                HelperReferences.read(fields, findings),
                HandlersDefinition.NONE,
                null,
                Map.of());
        fields.end(NotYet.PIPELINE);
        return definition;
    }

    private List<TriggerDefinition> triggers(Fields fields) {
        ArrayNode triggers = fields.list("triggers");
        return triggers == null ? List.of() : new TriggerReader(findings).list(triggers, fields.pointer("triggers"));
    }

    private static LimitsDefinition limits(Fields fields) {
        return new LimitsDefinition(
                fields.duration("timeout"),
                toInteger(fields.integer("concurrency", 1, MOST_CONCURRENCY)),
                fields.integer("max_hops", 1, MOST_HOPS),
                fields.integer("max_components", 1, MOST_COMPONENTS),
                toInteger(fields.integer("max_events", 1, MOST_EVENTS)));
    }

    private static @Nullable Integer toInteger(@Nullable Long value) {
        return value == null ? null : Math.toIntExact(value);
    }
}
