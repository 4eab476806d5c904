package dev.krakenflow.engine.composition;

/**
 * How a part of a plan ends, or the whole.
 *
 * @param completed whether it gives an event
 * @param r what that has under {@code r}; or the code of the failure
 */
record End(boolean completed, String r) {
    private static final String BUDGET = "budget-exhausted";

    static final End OK = new End(true, "ok");

    static End failed(String code) {
        return new End(false, code);
    }

    /** When the part is the only one of a race; nothing changes the end of all time. */
    End raced() {
        return completed || isOutOfTime() ? this : failed("all-failed");
    }

    /** When a failure of the part becomes an event that tells it. */
    End caught() {
        return isOutOfTime() ? this : new End(true, r);
    }

    /** When the part is around something that never ends, and has a time of its own. */
    End timed() {
        return isOutOfTime() ? failed("timeout") : this;
    }

    boolean isOutOfTime() {
        return r.equals(BUDGET);
    }
}
