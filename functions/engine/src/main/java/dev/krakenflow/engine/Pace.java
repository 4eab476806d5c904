package dev.krakenflow.engine;

/**
 * Says when a loop looks at the clock, which costs as much as a small expression: after 256 components that only jump,
 * after four that evaluate something, after each of these while they are slow.
 */
final class Pace {
    private static final int LOOK_AFTER = 256;
    private static final int COST_OF_SLOW = LOOK_AFTER;
    private static final int COST_OF_FAST = LOOK_AFTER / 4;
    private static final long SLOW_NANOS = 500_000;

    private int costs;
    private int costOfEvaluation = COST_OF_SLOW;
    private long lastLook;

    void passed(boolean evaluates) {
        costs += evaluates ? costOfEvaluation : 1;
    }

    boolean wantsLook() {
        return costs >= LOOK_AFTER;
    }

    void looked(long now) {
        costOfEvaluation = now - lastLook > SLOW_NANOS ? COST_OF_SLOW : COST_OF_FAST;
        lastLook = now;
        costs = 0;
    }
}
