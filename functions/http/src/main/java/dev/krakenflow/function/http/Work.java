package dev.krakenflow.function.http;

import static java.util.Objects.requireNonNull;

/** How an endpoint takes what it is sent. */
public sealed interface Work {

    /** The body is read whole before, within its bounds; the answer is written whole. */
    record Whole(Action action) implements Work {
        public Whole {
            requireNonNull(action);
        }
    }

    /** Body and answer are as long as they are, and go piece by piece at the same time. */
    record Streamed(StreamAction action) implements Work {
        public Streamed {
            requireNonNull(action);
        }
    }
}
