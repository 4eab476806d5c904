package dev.krakenflow.definition;

import java.util.Set;

/**
 * What the language has and this version does not build yet, in one place: an entry is removed when its feature comes.
 */
public enum NotYet {
    /** Keys of a pipeline. */
    PIPELINE(
            "helpers",
            "triggers",
            "on_error",
            "finally",
            "finally_timeout",
            "idempotency",
            "policies",
            "max_deliveries"),
    /** Keys of any component but a stage. */
    COMPONENT("helpers"),
    /** Keys of a stage. */
    STAGE("helpers", "retry", "catch", "compensate"),
    /** Keys of a service. */
    SERVICE("helpers", "circuit_breaker", "bulkhead", "rate_limit"),
    /** Keys of a service function. */
    FUNCTION("retry", "circuit_breaker", "bulkhead", "rate_limit", "cache"),
    /** Keys of a service function's call by HTTP. */
    HTTP_CALL("idempotency_key"),
    /** Types of components. */
    COMPONENT_TYPE("composer", "plug", "parallel", "map", "raise"),
    /** Modules of clients. */
    CLIENT_MODULE("kv"),
    /** Nothing: all that the language has here is built. */
    NOTHING;

    private final Set<String> names;

    NotYet(String... names) {
        this.names = Set.of(names);
    }

    /** Whether this name is a feature to come, and not a mistake. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** What to say of it. */
    public static String message(String name) {
        return name + " is not supported yet";
    }
}
