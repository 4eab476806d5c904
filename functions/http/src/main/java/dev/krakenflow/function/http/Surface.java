package dev.krakenflow.function.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one function serves in this process.
 *
 * @param access who may use it
 * @param endpoints what the front door serves itself
 * @param functions names of Funqy functions, which the front door lets through
 * @param moving addresses that come and go; at most one surface of the process has them, with access {@code DATA}
 */
public record Surface(
        Access access, List<Endpoint> endpoints, Set<String> functions, Optional<MovingAddresses> moving) {
    public Surface {
        requireNonNull(access);
        endpoints = List.copyOf(endpoints);
        functions = Set.copyOf(functions);
        requireNonNull(moving);
    }

    /** A surface whose addresses stay as they are. */
    public Surface(Access access, List<Endpoint> endpoints, Set<String> functions) {
        this(access, endpoints, functions, Optional.empty());
    }
}
