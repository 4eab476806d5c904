package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it was written. A limit that is null was not given.
 *
 * @param name empty when it could not be read
 * @param components in the order written
 * @param input schema of the events that enter, perhaps in its short form; null: any object
 * @param output schema of the results; null: any object
 * @param limits what bounds a run
 * @param triggers the HTTP methods and paths that call it
 * @param helpers the helper libraries that the expressions of all its components see
 */
public record PipelineDefinition(
        String name,
        List<ComponentDefinition> components,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        LimitsDefinition limits,
        List<TriggerDefinition> triggers,
        List<HelperReference> helpers) {
    public PipelineDefinition {
        requireNonNull(name);
        components = List.copyOf(components);
        requireNonNull(limits);
        triggers = List.copyOf(triggers);
        helpers = List.copyOf(helpers);
    }

    /** What it names of other definitions. What those name in turn is theirs to say. */
    public Uses uses() {
        Uses.Builder uses = new Uses.Builder();
        helpers.forEach(uses::helper);
        collect(components, uses);
        return uses.build();
    }

    private static void collect(List<ComponentDefinition> components, Uses.Builder uses) {
        for (ComponentDefinition component : components) {
            component.origin().helpers().forEach(uses::helper);
            switch (component) {
                case StageDefinition it -> uses.service(it.service());
                case ComposerDefinition it -> uses.service(it.service());
                case PlugDefinition it -> uses.pipeline(it.pipeline());
                case SwitchDefinition it -> it.branches().values().forEach(branch -> collect(branch, uses));
                case GotoPointDefinition it -> {}
                case GotoDefinition it -> {}
                case DoneDefinition it -> {}
                case DeadEndDefinition it -> {}
                case TbdDefinition it -> {}
            }
        }
    }
}
