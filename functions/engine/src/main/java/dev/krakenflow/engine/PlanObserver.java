package dev.krakenflow.engine;

/** Watches the runs of one loaded plan. Thread-safe; no method throws or blocks. */
@FunctionalInterface
public interface PlanObserver {

    /** Nobody watches. */
    PlanObserver NONE = (event, options) -> RunObserver.NONE;

    /**
     * A run begins, or the answer to one that came before is given again.
     *
     * @param event the id of its event; made when it is asked for
     */
    RunObserver begin(EventId event, RunOptions options);

    /** The plan was closed: what still runs of it is to end soon. */
    default void closed() {}
}
