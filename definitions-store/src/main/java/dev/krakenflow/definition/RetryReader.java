package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads retry policies: those of functions and stages, and those that a pipeline gives names to. */
final class RetryReader {
    private static final String RETRY = "retry";
    private static final String POLICIES = "policies";
    private static final List<String> ON = List.of("timeout", "communication", "http.429", "http.5xx");
    private static final int ATTEMPTS = 3;
    private static final int MOST_ATTEMPTS = 100;
    private static final Duration DELAY = Duration.ofMillis(50);
    private static final Duration MAX_DELAY = Duration.ofSeconds(1);
    private static final double BACKOFF_RATE = 2;
    private static final double MOST_BACKOFF_RATE = 10;

    private final Findings findings;

    RetryReader(Findings findings) {
        this.findings = findings;
    }

    /** That of a service function: no pipeline is there whose policies it could name. */
    @Nullable RetryDefinition own(Fields function) {
        JsonNode json = function.any(RETRY);
        if (json != null && json.isTextual()) {
            findings.problem(
                    ProblemCode.WRONG_TYPE,
                    function.pointer(RETRY),
                    "retry must be an object: a service belongs to no pipeline whose policies it could name");
            return null;
        }
        Fields retry = function.fields(RETRY);
        return retry == null ? null : retry(retry);
    }

    /** That of a stage or its compensation: an object, or the name of one of the pipeline's policies. */
    @Nullable RetryReference reference(Fields holder) {
        JsonNode json = holder.any(RETRY);
        if (json instanceof ObjectNode object) {
            return new RetryReference.Own(retry(new Fields(object, holder.pointer(RETRY), findings)));
        }
        if (json == null || json.isTextual()) {
            String name = holder.name(RETRY);
            return name == null ? null : new RetryReference.Named(name, holder.pointer(RETRY));
        }
        findings.problem(
                ProblemCode.WRONG_TYPE,
                holder.pointer(RETRY),
                "retry must be an object or the name of a policy, not " + Shown.type(json));
        return null;
    }

    /** Those of a pipeline, each under its name. */
    Map<String, RetryDefinition> policies(Fields pipeline) {
        Map<String, RetryDefinition> policies = new LinkedHashMap<>();
        ObjectNode json = pipeline.object(POLICIES);
        if (json != null) {
            json.properties().forEach(policy -> policy(policy, pipeline.pointer(POLICIES), policies));
        }
        return policies;
    }

    private void policy(Map.Entry<String, JsonNode> policy, String parent, Map<String, RetryDefinition> policies) {
        String pointer = Pointers.member(parent, policy.getKey());
        if (!Names.isLocal(policy.getKey()) || Delimiters.in(policy.getKey())) {
            findings.problem(
                    ProblemCode.BAD_NAME,
                    pointer,
                    "a policy's name has 1 to 128 characters, no control characters, and no expression in it");
        }
        if (policy.getValue() instanceof ObjectNode object) {
            policies.put(policy.getKey(), retry(new Fields(object, pointer, findings)));
        } else {
            findings.problem(
                    ProblemCode.WRONG_TYPE,
                    pointer,
                    "a policy is an object with the keys of retry, not " + Shown.type(policy.getValue()));
        }
    }

    private RetryDefinition retry(Fields fields) {
        RetryDefinition retry = new RetryDefinition(
                fields.pointer(),
                on(fields),
                Objects.requireNonNullElse(fields.count("max_attempts", 1, MOST_ATTEMPTS), ATTEMPTS),
                Objects.requireNonNullElse(fields.duration("delay"), DELAY),
                Objects.requireNonNullElse(fields.number("backoff_rate", 1, MOST_BACKOFF_RATE), BACKOFF_RATE),
                Objects.requireNonNullElse(fields.duration("max_delay"), MAX_DELAY),
                Objects.requireNonNullElse(fields.bool("jitter"), true),
                fields.any("when"),
                Objects.requireNonNullElse(fields.bool("unsafe"), false));
        if (retry.delay().compareTo(retry.maxDelay()) > 0) {
            findings.warning(
                    ProblemCode.BAD_VALUE,
                    fields.pointer("delay"),
                    "delay is longer than max_delay, which is what is waited",
                    null);
        }
        fields.end();
        return retry;
    }

    private List<String> on(Fields fields) {
        return fields.any("on") == null
                ? ON
                : new ErrorPatterns(findings).retried(PlainTexts.read(fields, "on", "a failure", findings));
    }
}
