package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One pipeline, compiled and linked: everything that a run needs. Immutable by contract: nobody changes the JSON nodes
 * it holds.
 *
 * @param pipeline the pipeline's name
 * @param program what an event passes
 * @param input full JSON Schema of the events that enter; null: any object
 * @param output full JSON Schema of the results; null: any object
 * @param limits what bounds a run
 * @param triggers the HTTP methods and paths that call it
 * @param services those that the components call, of the plugged pipelines too, by name
 * @param plugged the pipelines that it plugs, and those that these plug, by name. One that was deleted though it was in
 *     use is missing: its plugs fail with {@code pipeline-undefined}
 * @param helpers helper library → function → source without delimiters, of all that anything in the plan names. One that
 *     was deleted though it was in use is missing: expressions that call it cannot be compiled, and fail with {@code
 *     helper-undefined} when they are evaluated
 * @param handlers what it does at the end of a run
 * @param idempotency by what it knows the same event again; null: by what its callers send
 * @param description what it is for, in the words of who wrote it; null: nothing is said
 */
public record Plan(
        String pipeline,
        Program program,
        @Nullable JsonNode input,
        @Nullable JsonNode output,
        Limits limits,
        List<HttpTrigger> triggers,
        Map<String, Service> services,
        Map<String, PluggedPipeline> plugged,
        Map<String, Map<String, String>> helpers,
        Handlers handlers,
        @Nullable Idempotency idempotency,
        @Nullable String description) {

    public Plan {
        requireNonNull(pipeline);
        requireNonNull(program);
        requireNonNull(limits);
        triggers = List.copyOf(triggers);
        services = Collections.unmodifiableMap(new LinkedHashMap<>(services));
        plugged = Collections.unmodifiableMap(new LinkedHashMap<>(plugged));
        helpers = Collections.unmodifiableMap(new LinkedHashMap<>(helpers));
        requireNonNull(handlers);
    }

    /** A plan without a description. */
    public Plan(
            String pipeline,
            Program program,
            @Nullable JsonNode input,
            @Nullable JsonNode output,
            Limits limits,
            List<HttpTrigger> triggers,
            Map<String, Service> services,
            Map<String, PluggedPipeline> plugged,
            Map<String, Map<String, String>> helpers,
            Handlers handlers,
            @Nullable Idempotency idempotency) {
        this(
                pipeline,
                program,
                input,
                output,
                limits,
                triggers,
                services,
                plugged,
                helpers,
                handlers,
                idempotency,
                null);
    }

    /** A plan without handlers. */
    public Plan(
            String pipeline,
            Program program,
            @Nullable JsonNode input,
            @Nullable JsonNode output,
            Limits limits,
            List<HttpTrigger> triggers,
            Map<String, Service> services,
            Map<String, PluggedPipeline> plugged,
            Map<String, Map<String, String>> helpers) {
        this(pipeline, program, input, output, limits, triggers, services, plugged, helpers, Handlers.NONE, null, null);
    }

    /** A plan without triggers, plugs and helpers. */
    public Plan(
            String pipeline,
            Program program,
            @Nullable JsonNode input,
            @Nullable JsonNode output,
            Limits limits,
            Map<String, Service> services) {
        this(pipeline, program, input, output, limits, List.of(), services, Map.of(), Map.of());
    }

    /** Whether events of one invocation run one after another, because a composer of it remembers something. */
    public boolean serial() {
        return has(it -> it instanceof Composer composer && composer.memo() != null);
    }

    /** Whether a run that fails may have something to undo. */
    public boolean compensates() {
        return has(it -> it instanceof Stage stage && stage.compensation() != null);
    }

    /** Whether an event may become several. */
    public boolean multiplies() {
        return has(it -> it instanceof Composer);
    }

    /** Whether an event may leave no result. */
    public boolean mayEndWithout() {
        return has(it -> it instanceof Composer || it instanceof DeadEnd);
    }

    private boolean has(Predicate<Component> wanted) {
        return program.has(wanted)
                || handlers.has(wanted)
                || plugged.values().stream()
                        .anyMatch(
                                it -> it.program().has(wanted) || it.handlers().has(wanted));
    }
}
