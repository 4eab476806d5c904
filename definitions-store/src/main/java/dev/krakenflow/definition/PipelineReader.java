package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads one pipeline. */
final class PipelineReader {
    private static final int MOST_CONCURRENCY = 10_000;
    private static final long MOST_HOPS = 10_000_000;
    private static final long MOST_COMPONENTS = 100_000_000;
    private static final int MOST_EVENTS = 1_000_000;
    private static final int MOST_DELIVERIES = 100;
    private static final Duration LONGEST_FINALLY = Duration.ofMinutes(1);
    private static final Duration LONGEST_REMEMBERED = Duration.ofDays(30);

    private final Findings findings;
    private final ComponentReader components;

    PipelineReader(Findings findings) {
        this.findings = findings;
        this.components = new ComponentReader(findings);
    }

    PipelineDefinition read(ObjectNode json) {
        Fields fields = new Fields(json, "", findings);
        String name = Names.ofDefinition(fields, findings);
        String description = fields.text("description");
        fields.require("components");
        PipelineDefinition definition = new PipelineDefinition(
                name,
                description,
                Objects.requireNonNullElse(components.list(fields, "components"), List.of()),
                fields.any("input"),
                fields.any("output"),
                limits(fields),
                triggers(fields),
                HelperReferences.read(fields, findings),
                handlers(fields),
                idempotency(fields.fields("idempotency")),
                new RetryReader(findings).policies(fields));
        fields.end();
        return definition;
    }

    private List<TriggerDefinition> triggers(Fields fields) {
        ArrayNode triggers = fields.list("triggers");
        return triggers == null ? List.of() : new TriggerReader(findings).list(triggers, fields.pointer("triggers"));
    }

    private static LimitsDefinition limits(Fields fields) {
        return new LimitsDefinition(
                fields.duration("timeout"),
                fields.count("concurrency", 1, MOST_CONCURRENCY),
                fields.integer("max_hops", 1, MOST_HOPS),
                fields.integer("max_components", 1, MOST_COMPONENTS),
                fields.count("max_events", 1, MOST_EVENTS),
                fields.count("max_deliveries", 1, MOST_DELIVERIES));
    }

    private HandlersDefinition handlers(Fields fields) {
        return new HandlersDefinition(
                components.list(fields, "on_error"),
                components.list(fields, "finally"),
                fields.duration("finally_timeout", LONGEST_FINALLY));
    }

    private static @Nullable IdempotencyDefinition idempotency(@Nullable Fields fields) {
        if (fields == null) {
            return null;
        }
        fields.require("key");
        IdempotencyDefinition idempotency = new IdempotencyDefinition(
                fields.pointer(), fields.any("key"), fields.duration("ttl", LONGEST_REMEMBERED));
        fields.end();
        return idempotency;
    }
}
