package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches one event on its path; told by the loop, in order, never two calls at once. All methods do nothing unless an
 * observer says otherwise.
 */
interface RunObserver {

    /** Nobody watches. */
    RunObserver NONE = new RunObserver() {};

    /** An event comes into a component. */
    default void entered(String pipeline, Component component, Map<String, Object> event) {}

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

    /** The event ends in the component it entered last, without a result. */
    default void ended() {}

    /**
     * The component that was entered last made several events of the one that entered it.
     *
     * @return the observer of one of them, which is in that component still
     */
    default RunObserver composed(EventId event, EventId parent) {
        return this;
    }

    /**
     * The component that was entered last sends a copy of the event through a part of its own, beside others.
     *
     * @param name the branch's; null: it is the next of several items
     * @return the observer of the copy
     */
    default RunObserver branch(@Nullable String name) {
        return this;
    }

    /** What it remembers, if it does: JSON values, oldest first. */
    default List<Map<String, Object>> entries() {
        return List.of();
    }
}
