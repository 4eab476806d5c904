package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Which client a service has.
 *
 * @param module as written, perhaps one of Kraken's names; null when it could not be read
 * @param start what the client is opened with; null when it was not given
 */
public record ClientDefinition(
        @Nullable String module, @Nullable ObjectNode start) {}
