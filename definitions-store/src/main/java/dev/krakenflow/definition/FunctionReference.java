package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * A function of a service, named by a component.
 *
 * @param service the service's name
 * @param function a name in its interface
 */
public record FunctionReference(String service, String function) {
    public FunctionReference {
        requireNonNull(service);
        requireNonNull(function);
    }
}
