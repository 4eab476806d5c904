package dev.krakenflow.compiler;

import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ServiceDefinition;
import java.util.Map;
import java.util.Set;

/**
 * What the compiler knows of the services of one client: the counterpart, when they are defined, of the provider that
 * opens the client when they run. One small class per module. Thread-safe.
 */
public interface ClientRules {
    /** The canonical name that definitions give in {@code client.module}. */
    String module();

    /** Other names that are accepted for it. */
    Set<String> aliases();

    /**
     * Checks what is this client's own: {@code client.start}, and {@code prepare} and {@code call} of each function as
     * far as they are literal.
     *
     * @param service a service of this module, whose client could be read
     * @param helpers functions of the service's helper libraries: name → source without delimiters
     * @param findings takes what is found
     */
    void check(ServiceDefinition service, Map<String, String> helpers, Findings findings);
}
