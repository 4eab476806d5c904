package dev.krakenflow.engine.testing;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Breaker;
import dev.krakenflow.plan.Bulkhead;
import dev.krakenflow.plan.Cache;
import dev.krakenflow.plan.CallPolicies;
import dev.krakenflow.plan.RateLimit;
import dev.krakenflow.plan.Retry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Policies around calls as in definitions, with their defaults, but durations are of ISO-8601 and there is no jitter. */
final class ScriptedPolicies {
    private static final List<String> ON = List.of("timeout", "communication", "http.429", "http.5xx");

    private ScriptedPolicies() {}

    static @Nullable Retry retry(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        return new Retry(
                json.has("on") ? ScriptedPlan.texts(json.get("on")) : ON,
                json.path("max_attempts").asInt(3),
                duration(json, "delay", "PT0.05S"),
                json.path("backoff_rate").asDouble(2),
                duration(json, "max_delay", "PT1S"),
                json.path("jitter").asBoolean(false),
                json.get("when"),
                json.path("unsafe").asBoolean(),
                ScriptedPlan.texts(json.path("helpers")));
    }

    /** What stands beside the other keys of a service or a function. */
    static CallPolicies calls(JsonNode json) {
        JsonNode breaker = json.get("circuit_breaker");
        JsonNode limit = json.get("rate_limit");
        JsonNode bulkhead = json.get("bulkhead");
        return new CallPolicies(
                breaker == null ? null : breaker(breaker),
                limit == null ? null : limit(limit),
                bulkhead == null ? null : bulkhead(bulkhead));
    }

    static @Nullable Cache cache(@Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        return new Cache(
                json.get("key"),
                duration(json, "ttl", "PT1M"),
                json.path("scope").asText().equals("shared"),
                ScriptedPlan.duration(json.get("stale_if_error")));
    }

    private static Breaker breaker(JsonNode json) {
        return new Breaker(
                json.path("failure_ratio").asDouble(0.5),
                json.path("request_volume_threshold").asInt(20),
                duration(json, "delay", "PT5S"),
                json.path("success_threshold").asInt(1));
    }

    private static RateLimit limit(JsonNode json) {
        return new RateLimit(
                json.path("limit").asInt(),
                duration(json, "window", "PT1S"),
                json.path("scope").asText().equals("shared"));
    }

    private static Bulkhead bulkhead(JsonNode json) {
        return new Bulkhead(
                json.path("max_concurrent").asInt(64), json.path("queue").asInt());
    }

    private static Duration duration(JsonNode json, String key, String otherwise) {
        return requireNonNullElse(ScriptedPlan.duration(json.get(key)), Duration.parse(otherwise));
    }
}
