package dev.krakenflow.engine.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * What a client is opened with.
 *
 * @param service the service's name
 * @param start the definition's {@code client.start} as written; the client resolves its secrets and keeps them to itself
 * @param helpers functions of the service's helper libraries: name → source without delimiters
 */
public record ClientStart(String service, ObjectNode start, Map<String, String> helpers) {
    public ClientStart {
        helpers = Map.copyOf(helpers);
    }

    /** A client of a service without helpers. */
    public ClientStart(String service, ObjectNode start) {
        this(service, start, Map.of());
    }
}
