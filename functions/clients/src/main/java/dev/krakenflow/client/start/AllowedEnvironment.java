package dev.krakenflow.client.start;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * The environment variables that definitions may use. Which ones is for the deployment to say: a process's environment
 * also holds what is none of a definition's business.
 *
 * @param names of the allowed variables
 * @param environment their values
 */
public record AllowedEnvironment(Set<String> names, Environment environment) {

    /** No variable at all. */
    public static final AllowedEnvironment NONE = new AllowedEnvironment(Set.of(), name -> null);

    public AllowedEnvironment {
        names = Set.copyOf(names);
        requireNonNull(environment);
    }

    /** The value of an allowed variable; empty when it is not set or not allowed. */
    public Optional<String> find(String name) {
        return names.contains(name) ? Optional.ofNullable(environment.get(name)) : Optional.empty();
    }
}
