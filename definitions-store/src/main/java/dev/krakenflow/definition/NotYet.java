package dev.krakenflow.definition;

import java.util.Set;

/**
 * What the language has and this version does not build yet, in one place: a name is removed when its feature comes.
 *
 * @param names keys, types or modules
 */
public record NotYet(Set<String> names) {
    /** Keys of a pipeline. */
    public static final NotYet PIPELINE =
            of("on_error", "finally", "finally_timeout", "idempotency", "policies", "max_deliveries");

    /** Keys of a stage. */
    public static final NotYet STAGE = of("retry", "catch", "compensate");

    /** Keys of a composer or a plug. */
    public static final NotYet CATCHING = of("catch");

    /** Keys of a service. */
    public static final NotYet SERVICE = of("circuit_breaker", "bulkhead", "rate_limit");

    /** Keys of a service function. */
    public static final NotYet FUNCTION = of("retry", "circuit_breaker", "bulkhead", "rate_limit", "cache");

    /** Keys of a service function's call by HTTP. */
    public static final NotYet HTTP_CALL = of("idempotency_key");

    /** Types of components. */
    public static final NotYet COMPONENT_TYPE = of("parallel", "map", "raise");

    /** Nothing: all that the language has here is built. */
    public static final NotYet NOTHING = of();

    public NotYet {
        names = Set.copyOf(names);
    }

    private static NotYet of(String... names) {
        return new NotYet(Set.of(names));
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
