package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it was written. A limit that is null was not given.
 *
 * @param name empty when it could not be read
 * @param components in the order written
 * @param input schema of the events that enter, perhaps in its short form; null: any object
 * @param output schema of the results; null: any object
 * @param limits what bounds a run
 */
public record PipelineDefinition(
        String name,
        List<ComponentDefinition> components,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        LimitsDefinition limits) {
    public PipelineDefinition {
        requireNonNull(name);
        components = List.copyOf(components);
        requireNonNull(limits);
    }

    /** The names of all services that its components call, whether they are defined or not, in the order written. */
    public Set<String> services() {
        Set<String> names = new LinkedHashSet<>();
        collect(components, names);
        return names;
    }

    private static void collect(List<ComponentDefinition> components, Set<String> names) {
        for (ComponentDefinition component : components) {
            switch (component) {
                case StageDefinition it -> {
                    if (it.service() != null) {
                        names.add(it.service().service());
                    }
                }
                case SwitchDefinition it -> it.branches().values().forEach(branch -> collect(branch, names));
                case GotoPointDefinition it -> {}
                case GotoDefinition it -> {}
                case DoneDefinition it -> {}
                case DeadEndDefinition it -> {}
                case TbdDefinition it -> {}
            }
        }
    }
}
