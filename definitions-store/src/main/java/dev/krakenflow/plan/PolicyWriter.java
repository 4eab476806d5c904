package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes policies as members of what they belong to; what has no value is left out. */
final class PolicyWriter {
    private PolicyWriter() {}

    static void retry(ObjectNode json, @Nullable Retry retry) {
        if (retry == null) {
            return;
        }
        ObjectNode object = json.putObject("retry");
        PlanWriter.names(object, "on", retry.on());
        object.put("max_attempts", retry.maxAttempts());
        duration(object, "delay", retry.delay());
        object.put("backoff_rate", retry.backoffRate());
        duration(object, "max_delay", retry.maxDelay());
        object.put("jitter", retry.jitter());
        PlanWriter.set(object, "when", retry.when());
        object.put("unsafe", retry.unsafe());
        PlanWriter.names(object, "helpers", retry.helpers());
    }

    static void calls(ObjectNode json, CallPolicies policies) {
        Breaker breaker = policies.breaker();
        if (breaker != null) {
            ObjectNode object = json.putObject("circuit_breaker");
            object.put("failure_ratio", breaker.failureRatio());
            object.put("request_volume", breaker.requestVolume());
            duration(object, "delay", breaker.delay());
            object.put("success_threshold", breaker.successThreshold());
        }
        RateLimit limit = policies.rateLimit();
        if (limit != null) {
            ObjectNode object = json.putObject("rate_limit").put("limit", limit.limit());
            duration(object, "window", limit.window());
            object.put("shared", limit.shared());
        }
        Bulkhead bulkhead = policies.bulkhead();
        if (bulkhead != null) {
            json.putObject("bulkhead")
                    .put("max_concurrent", bulkhead.maxConcurrent())
                    .put("queue", bulkhead.queue());
        }
    }

    static void cache(ObjectNode json, @Nullable Cache cache) {
        if (cache != null) {
            ObjectNode object = json.putObject("cache");
            PlanWriter.set(object, "key", cache.key());
            duration(object, "ttl", cache.ttl());
            object.put("shared", cache.shared());
            duration(object, "stale_if_error", cache.staleIfError());
        }
    }

    static void compensation(ObjectNode json, @Nullable Compensation compensation) {
        if (compensation != null) {
            ObjectNode object = json.putObject("compensate");
            ProgramWriter.call(object, compensation.call());
            PlanWriter.set(object, "prepare", compensation.prepare());
            duration(object, "timeout", compensation.timeout());
            retry(object, compensation.retry());
        }
    }

    static void catches(ObjectNode json, List<Catch> catches) {
        if (catches.isEmpty()) {
            return;
        }
        ArrayNode list = json.putArray("catch");
        for (Catch it : catches) {
            ObjectNode object = list.addObject();
            PlanWriter.names(object, "errors", it.errors());
            switch (it.action()) {
                case Catch.Transform action -> object.set("transform", action.json());
                case Catch.Components action ->
                    object.put("start", action.start()).put("end", action.end());
                case Catch.Goto action -> object.put("target", action.target());
            }
        }
    }

    static void handlers(ObjectNode json, Handlers handlers) {
        if (handlers.equals(Handlers.NONE)) {
            return;
        }
        if (handlers.onError() != null) {
            ProgramWriter.write(json.putArray("on_error"), handlers.onError());
        }
        if (handlers.lastly() != null) {
            ProgramWriter.write(json.putArray("finally"), handlers.lastly());
        }
        duration(json, "finally_timeout", handlers.finallyTimeout());
    }

    static void idempotency(ObjectNode json, @Nullable Idempotency idempotency) {
        if (idempotency != null) {
            ObjectNode object = json.putObject("idempotency");
            object.set("key", idempotency.key());
            duration(object, "ttl", idempotency.ttl());
            PlanWriter.names(object, "helpers", idempotency.helpers());
        }
    }

    static void duration(ObjectNode json, String key, @Nullable Duration duration) {
        if (duration != null) {
            json.put(key, duration.toString());
        }
    }
}
