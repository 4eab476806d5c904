package dev.krakenflow.failure;

import org.jspecify.annotations.Nullable;

/**
 * Where a failure happened. What is not known, or does not apply, is null and left out of the problem.
 *
 * @param pipeline the pipeline's name
 * @param component the component's name
 * @param instance a JSON pointer into the pipeline's definition (for direct service calls: the service's)
 * @param step {@code input|prepare|call|transform|output|error|condition|compose} or the key of the definition
 * @param service the service's name
 * @param function the service function's name
 * @param eventId the id of the event
 */
public record FailurePlace(
        @Nullable String pipeline,
        @Nullable String component,
        @Nullable String instance,
        @Nullable String step,
        @Nullable String service,
        @Nullable String function,
        @Nullable String eventId) {

    /** No place: a failure of the request, before any definition is involved. */
    public static final FailurePlace NOWHERE = new FailurePlace(null, null, null, null, null, null, null);

    public FailurePlace withStep(String newStep) {
        return new FailurePlace(pipeline, component, instance, newStep, service, function, eventId);
    }

    public FailurePlace withService(String newService, String newFunction) {
        return new FailurePlace(pipeline, component, instance, step, newService, newFunction, eventId);
    }

    public FailurePlace withComponent(String newComponent, String newInstance) {
        return new FailurePlace(pipeline, newComponent, newInstance, step, service, function, eventId);
    }

    public FailurePlace withRun(String newPipeline, String newEventId) {
        return new FailurePlace(newPipeline, component, instance, step, service, function, newEventId);
    }
}
