package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PolicyWriter} wrote; fails with {@link IllegalArgumentException} when it is anything else. */
final class PolicyReader {
    private PolicyReader() {}

    static @Nullable Retry retry(JsonNode owner) {
        JsonNode json = owner.get("retry");
        return json == null
                ? null
                : new Retry(
                        PlanFields.names(json, "on"),
                        PlanFields.integer(json, "max_attempts"),
                        PlanFields.duration(json, "delay"),
                        PlanFields.present(json, "backoff_rate").doubleValue(),
                        PlanFields.duration(json, "max_delay"),
                        PlanFields.present(json, "jitter").booleanValue(),
                        json.get("when"),
                        PlanFields.present(json, "unsafe").booleanValue(),
                        PlanFields.names(json, "helpers"));
    }

    static CallPolicies calls(JsonNode owner) {
        JsonNode breaker = owner.get("circuit_breaker");
        JsonNode limit = owner.get("rate_limit");
        JsonNode bulkhead = owner.get("bulkhead");
        return breaker == null && limit == null && bulkhead == null
                ? CallPolicies.NONE
                : new CallPolicies(
                        breaker == null ? null : breaker(breaker),
                        limit == null ? null : rateLimit(limit),
                        bulkhead == null ? null : bulkhead(bulkhead));
    }

    private static Breaker breaker(JsonNode json) {
        return new Breaker(
                PlanFields.present(json, "failure_ratio").doubleValue(),
                PlanFields.integer(json, "request_volume"),
                PlanFields.duration(json, "delay"),
                PlanFields.integer(json, "success_threshold"));
    }

    private static RateLimit rateLimit(JsonNode json) {
        return new RateLimit(
                PlanFields.integer(json, "limit"),
                PlanFields.duration(json, "window"),
                PlanFields.present(json, "shared").booleanValue());
    }

    private static Bulkhead bulkhead(JsonNode json) {
        return new Bulkhead(PlanFields.integer(json, "max_concurrent"), PlanFields.integer(json, "queue"));
    }

    static @Nullable Cache cache(JsonNode owner) {
        JsonNode json = owner.get("cache");
        return json == null
                ? null
                : new Cache(
                        json.get("key"),
                        PlanFields.duration(json, "ttl"),
                        PlanFields.present(json, "shared").booleanValue(),
                        PlanFields.optionalDuration(json, "stale_if_error"));
    }

    static @Nullable Compensation compensation(JsonNode owner) {
        JsonNode json = owner.get("compensate");
        return json == null
                ? null
                : new Compensation(
                        ProgramReader.call(PlanFields.present(json, "call")),
                        json.get("prepare"),
                        PlanFields.optionalDuration(json, "timeout"),
                        retry(json));
    }

    static List<Catch> catches(JsonNode owner) {
        List<Catch> catches = new ArrayList<>();
        owner.path("catch").forEach(json -> catches.add(new Catch(PlanFields.names(json, "errors"), action(json))));
        return catches;
    }

    private static Catch.Action action(JsonNode json) {
        if (json.has("transform")) {
            return new Catch.Transform(PlanFields.present(json, "transform"));
        }
        return json.has("target")
                ? new Catch.Goto(PlanFields.integer(json, "target"))
                : new Catch.Components(PlanFields.integer(json, "start"), PlanFields.integer(json, "end"));
    }

    static Handlers handlers(JsonNode json) {
        return json.has("finally_timeout")
                ? new Handlers(
                        json.has("on_error") ? ProgramReader.program(json.path("on_error")) : null,
                        json.has("finally") ? ProgramReader.program(json.path("finally")) : null,
                        PlanFields.duration(json, "finally_timeout"))
                : Handlers.NONE;
    }

    static @Nullable Idempotency idempotency(JsonNode owner) {
        JsonNode json = owner.get("idempotency");
        return json == null
                ? null
                : new Idempotency(
                        PlanFields.present(json, "key"),
                        PlanFields.duration(json, "ttl"),
                        PlanFields.names(json, "helpers"));
    }
}
