package dev.krakenflow.engine;

/**
 * Says when those who share it look at the clock, which costs as much as a small expression: after 256 components that
 * only jump, after four that evaluate something, after each of these while they are slow. For an event and those that go
 * beside it, for its component.
 */
final class Pace {
    private static final int LOOK_AFTER = 256;
    private static final int COST_OF_SLOW = LOOK_AFTER;
    private static final int COST_OF_FAST = LOOK_AFTER / 4;
    private static final long SLOW_NANOS = 500_000;

    private final Run run;
    private int costs;
    private int costOfEvaluation = COST_OF_SLOW;
    private long lastLook;

    Pace(Run run) {
        this.run = run;
    }

    void passed(boolean evaluates) {
        costs += evaluates ? costOfEvaluation : 1;
    }

    boolean wantsLook() {
        return costs >= LOOK_AFTER;
    }

    /**
     * Looks whether the run may go on, and whether somebody else wants the thread.
     *
     * @param later takes a turn then
     * @return whether to go on now
     * @throws RunException when the deadline is over
     */
    boolean mayGoOn(Deadline deadline, Runnable later) {
        long now = run.scheduler().nanoTime();
        costOfEvaluation = now - lastLook > SLOW_NANOS ? COST_OF_SLOW : COST_OF_FAST;
        lastLook = now;
        if (deadline.passed(now)) {
            throw deadline.exception();
        }
        costs = 0;
        if (run.turns().sliceOver(now)) {
            run.turns().add(later);
            return false;
        }
        return true;
    }
}
