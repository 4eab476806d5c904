package dev.krakenflow.cast;

import dev.krakenflow.memo.ValueTooLargeException;

/**
 * What became of an event. {@link Failed} and {@link Dead} hold the problem of the last run, {@link Done} the result: JSON
 * of at most {@link ValueTooLargeException#MAX_BYTES}, of which the queue knows nothing more.
 */
public sealed interface CastState {

    /** An event that ran to the end with this result, whether it is kept or too large for that. */
    static CastState done(byte[] json) {
        return json.length > ValueTooLargeException.MAX_BYTES ? new TooLarge(json.length) : new Done(json);
    }

    /** It has not run, or runs for the first time. */
    record Pending() implements CastState {}

    /**
     * It ran to the end.
     *
     * @param json the result; empty: there was none
     */
    record Done(byte[] json) implements CastState {
        public Done {
            ValueTooLargeException.check(json);
        }
    }

    /**
     * It ran to the end, but its result is larger than what is kept.
     *
     * @param bytes of the result
     */
    record TooLarge(long bytes) implements CastState {}

    /** It failed and will run again. */
    record Failed(byte[] json) implements CastState {
        public Failed {
            ValueTooLargeException.check(json);
        }
    }

    /** It failed as often as it may. It is kept until it is redriven. */
    record Dead(byte[] json) implements CastState {
        public Dead {
            ValueTooLargeException.check(json);
        }
    }
}
