package dev.krakenflow.engine;

/** Makes the histories of runs that are debugged. */
record Histories(Scheduler scheduler, Mask mask) implements PlanObserver {

    @Override
    public RunObserver begin(EventId event, RunOptions options) {
        if (!options.debug()) {
            return RunObserver.NONE;
        }
        History history = new History(scheduler, mask, event);
        return () -> history;
    }
}
