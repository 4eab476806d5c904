package dev.krakenflow.function.pipeline;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.function.http.RequestException;
import java.util.Map;
import java.util.Optional;

/**
 * Whether this process runs one pipeline alone, whatever the types of events say. Immutable.
 *
 * @param pipeline its name; empty: the process runs all of them
 */
record Binding(Optional<String> pipeline) {

    static final Binding NONE = new Binding(Optional.empty());

    /** Whether the process runs this pipeline. */
    boolean serves(String name) {
        return pipeline.isEmpty() || pipeline.get().equals(name);
    }

    /**
     * Refuses other pipelines.
     *
     * @throws RequestException {@code pipeline-undefined}
     */
    void check(String name) {
        if (!serves(name)) {
            Failure failure = Failure.of(
                    FailureCode.PIPELINE_UNDEFINED, "this function runs the pipeline " + pipeline.get() + " alone");
            throw new RequestException(failure.at(new FailurePlace(name, null, null, null, null, null, null)));
        }
    }

    /**
     * The pipeline of an event.
     *
     * @param routes type → pipeline; what they say does not matter where there is one pipeline alone
     * @throws RequestException as {@link EventTypes#pipeline} does
     */
    String pipeline(Object event, Map<String, String> routes) {
        return pipeline.orElseGet(() -> EventTypes.pipeline(event, routes));
    }
}
