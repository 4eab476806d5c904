package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A helper library as it was written: functions that the expressions of whoever names it can call.
 *
 * @param name empty when it could not be read
 * @param functions function → expression that makes it, in the order written
 */
public record HelperDefinition(String name, Map<String, JsonNode> functions) {
    public HelperDefinition {
        requireNonNull(name);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }
}
