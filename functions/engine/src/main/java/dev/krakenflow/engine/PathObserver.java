package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.FunctionCall;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches one event on its path; told by the loop, in order, never two calls at once. All methods do nothing unless an
 * observer says otherwise; none may throw or block, and what it is given of an event it may not show.
 */
public interface PathObserver {

    /** Nobody watches. */
    PathObserver NONE = new PathObserver() {};

    /**
     * An event comes into a component. It may be in others still, outside of that: those that plug the pipeline.
     *
     * @param pipeline which the component is a part of
     */
    default void entered(String pipeline, Component component, Map<String, Object> event) {}

    /** The component that was entered last calls a service's function. */
    default CallObserver call(FunctionCall function) {
        return CallObserver.NONE;
    }

    /** The component that was entered last begins to call its service: for the first time, or again. */
    default void called(int attempt) {}

    /**
     * The event leaves the component it entered last.
     *
     * @param event as it is now
     * @param skipped whether the component's condition did not hold
     */
    default void left(Map<String, Object> event, boolean skipped) {}

    /** The component that the event entered last fails, and the event leaves it. */
    default void failed(Failure failure) {}

    /** The event ends in the component it entered last, and in all around that, without a result. */
    default void ended() {}

    /**
     * The component that was entered last made several events of the one that entered it.
     *
     * @return the observer of another one of them, which is in that component still
     */
    default PathObserver composed(EventId event, EventId parent) {
        return this;
    }

    /**
     * The same, for the first of them, which goes on in place of the one that entered.
     *
     * @return its observer, in the place of this one
     */
    default PathObserver becomes(EventId event, EventId parent) {
        return this;
    }

    /**
     * The component that was entered last sends a copy of the event through a part of its own, beside others.
     *
     * @param name the branch's; null: it is the next of several items
     * @return the observer of the copy
     */
    default PathObserver branch(@Nullable String name) {
        return this;
    }

    /**
     * The event passes what its pipeline does at last, between two components, while what is around the pipeline goes on.
     *
     * @return the observer of that; how it ends changes nothing of where this one is
     */
    default PathObserver last() {
        return this;
    }

    /** What it remembers, if it does: JSON values, oldest first. */
    default List<Map<String, Object>> entries() {
        return List.of();
    }
}
