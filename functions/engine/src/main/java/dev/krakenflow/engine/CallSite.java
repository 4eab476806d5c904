package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.plan.FunctionCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a service function is made with. Immutable: the same site can be called again.
 *
 * @param args what comes into the function, an object unless a direct call has something else
 * @param deadline when the whole call, all attempts, must be over
 * @param origin the run, or the direct call
 * @param component the component's name; null for direct calls
 * @param instance JSON pointer to what calls
 * @param tracing headers of the trace context to pass on
 * @param observer is told of each attempt
 * @param effects follows what the attempts may have done; null: nobody wants to know
 */
record CallSite(
        Object args,
        Deadline deadline,
        Origin origin,
        @Nullable String component,
        String instance,
        Map<String, String> tracing,
        PathObserver observer,
        @Nullable Effects effects) {

    /** The same, but the path is told nothing. */
    CallSite unwatched() {
        return new CallSite(args, deadline, origin, component, instance, tracing, PathObserver.NONE, effects);
    }

    /** A failure of the function that is called here, at its step. */
    Failure placed(Failure failure, FunctionCall function) {
        String step = failure.place().step();
        return failure.at(new FailurePlace(
                origin.pipeline(),
                component,
                instance,
                step,
                function.service(),
                function.function(),
                origin.eventId()));
    }
}
