package dev.krakenflow.engine;

import java.util.List;
import java.util.Map;

/** Watches one run, from its begin to the end of all its paths. Told as {@link PathObserver}; no method throws or blocks. */
@FunctionalInterface
public interface RunObserver {

    /** Nobody watches. */
    RunObserver NONE = () -> PathObserver.NONE;

    /** The observer of the event that the run begins with; asked once. */
    PathObserver path();

    /** The observer of the calls that undo a component. It is told of nothing else. */
    default PathObserver undoing(String component) {
        return PathObserver.NONE;
    }

    /**
     * The headers of the W3C trace context of the run itself.
     *
     * @param callers those that the caller sent
     */
    default Map<String, String> tracing(Map<String, String> callers) {
        return callers;
    }

    /**
     * Everything is over.
     *
     * @param outcomes what is answered, secrets hidden; none when the run was cancelled
     */
    default void finished(List<Outcome> outcomes) {}
}
