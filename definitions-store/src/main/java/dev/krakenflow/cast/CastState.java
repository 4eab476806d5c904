package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

/**
 * What became of an event. {@link Failed} and {@link Dead} hold the problem of the last run, {@link Done} the result: JSON,
 * of which the queue knows nothing.
 */
public sealed interface CastState {

    /** It has not run, or runs for the first time. */
    record Pending() implements CastState {}

    /**
     * It ran to the end.
     *
     * @param json the result; empty: there was none
     */
    record Done(byte[] json) implements CastState {
        public Done {
            requireNonNull(json);
        }
    }

    /** It failed and will run again. */
    record Failed(byte[] json) implements CastState {
        public Failed {
            requireNonNull(json);
        }
    }

    /** It failed as often as it may. It is kept until it is redriven. */
    record Dead(byte[] json) implements CastState {
        public Dead {
            requireNonNull(json);
        }
    }
}
