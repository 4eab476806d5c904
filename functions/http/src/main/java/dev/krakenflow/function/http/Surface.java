package dev.krakenflow.function.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * What one function serves in this process.
 *
 * @param access who may use it
 * @param endpoints what the front door serves itself
 * @param functions names of Funqy functions, which the front door lets through
 */
public record Surface(Access access, List<Endpoint> endpoints, Set<String> functions) {
    public Surface {
        requireNonNull(access);
        endpoints = List.copyOf(endpoints);
        functions = Set.copyOf(functions);
    }
}
