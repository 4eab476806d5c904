package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service as it was written.
 *
 * @param name empty when it could not be read
 * @param client the code that talks to it; null when it could not be read
 * @param functions its interface: function → what it does, in the order written
 * @param helpers the helper libraries that its expressions and its lambda functions see
 * @param policies what protects it as a whole
 */
public record ServiceDefinition(
        String name,
        @Nullable ClientDefinition client,
        Map<String, FunctionDefinition> functions,
        List<HelperReference> helpers,
        PoliciesDefinition policies) {
    public ServiceDefinition {
        requireNonNull(name);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
        helpers = List.copyOf(helpers);
        requireNonNull(policies);
    }

    /** What it names of other definitions. */
    public Uses uses() {
        Uses.Builder uses = new Uses.Builder();
        helpers.forEach(uses::helper);
        return uses.build();
    }
}
