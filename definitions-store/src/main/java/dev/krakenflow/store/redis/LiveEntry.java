package dev.krakenflow.store.redis;

/**
 * What a reader needs to know of a pipeline before its plan, written by the flip: {@code blob started version}, separated
 * by spaces.
 *
 * @param blob key of the plan's blob
 */
record LiveEntry(String blob, boolean started, long version) {

    /** How a flag that is set is written; unset is {@link #STOPPED}. */
    static final String STARTED = "1";

    static final String STOPPED = "0";

    static LiveEntry parse(String value) {
        String[] parts = value.split(" ");
        return new LiveEntry(parts[0], STARTED.equals(parts[1]), Long.parseLong(parts[2]));
    }
}
