package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline as it was written. A limit that is null was not given.
 *
 * @param name empty when it could not be read
 * @param description what it is for, in the words of who wrote it; null: nothing is said
 * @param components in the order written
 * @param input schema of the events that enter, perhaps in its short form; null: any object
 * @param output schema of the results; null: any object
 * @param limits what bounds a run
 * @param triggers the HTTP methods and paths that call it
 * @param helpers the helper libraries that the expressions of all its components see
 * @param handlers what it does at the end of a run
 * @param idempotency what makes two events the same; null: only what callers say does
 * @param policies name → a retry policy that stages can name, in the order written
 */
public record PipelineDefinition(
        String name,
        @Nullable String description,
        List<ComponentDefinition> components,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        LimitsDefinition limits,
        List<TriggerDefinition> triggers,
        List<HelperReference> helpers,
        HandlersDefinition handlers,
        @Nullable IdempotencyDefinition idempotency,
        Map<String, RetryDefinition> policies) {
    public PipelineDefinition {
        requireNonNull(name);
        components = List.copyOf(components);
        requireNonNull(limits);
        triggers = List.copyOf(triggers);
        helpers = List.copyOf(helpers);
        requireNonNull(handlers);
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }

    /** What it names of other definitions. What those name in turn is theirs to say. */
    public Uses uses() {
        Uses.Builder uses = new Uses.Builder();
        helpers.forEach(uses::helper);
        collect(components, uses);
        collect(handlers.onError(), uses);
        collect(handlers.lastly(), uses);
        return uses.build();
    }

    private static void collect(@Nullable List<ComponentDefinition> components, Uses.Builder uses) {
        if (components == null) {
            return;
        }
        for (ComponentDefinition component : components) {
            component.origin().helpers().forEach(uses::helper);
            switch (component) {
                case StageDefinition it -> collect(it, uses);
                case ComposerDefinition it -> uses.service(it.service());
                case PlugDefinition it -> uses.pipeline(it.pipeline());
                case SwitchDefinition it -> {}
                case ParallelDefinition it -> {}
                case MapDefinition it -> {}
                case RaiseDefinition it -> {}
                case GotoPointDefinition it -> {}
                case GotoDefinition it -> {}
                case DoneDefinition it -> {}
                case DeadEndDefinition it -> {}
                case TbdDefinition it -> {}
            }
            component.nested().forEach(nested -> collect(nested.components(), uses));
        }
    }

    private static void collect(StageDefinition stage, Uses.Builder uses) {
        uses.service(stage.service());
        if (stage.compensation() != null) {
            uses.service(stage.compensation().service());
        }
    }
}
