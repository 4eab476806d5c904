package dev.krakenflow.definition;

import java.util.List;
import java.util.Objects;

/** Reads how far a policy reaches: one process, or all that have the same Redis. */
final class PolicyScope {
    private static final String INSTANCE = "instance";
    private static final List<String> ALL = List.of(INSTANCE, "shared");

    private PolicyScope() {}

    static String read(Fields policy) {
        return Objects.requireNonNullElse(policy.oneOf("scope", ALL), INSTANCE);
    }
}
