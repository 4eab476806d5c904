package dev.krakenflow.idempotency;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What is known of a call when it comes. */
public sealed interface Claim {

    /**
     * Nothing: the call may run, and whoever comes meanwhile sees it running.
     *
     * @param token what to finish or release it with; of no meaning else
     */
    record Granted(String token) implements Claim {
        public Granted {
            requireNonNull(token);
        }
    }

    /** The key stands for another call: one with another fingerprint, running or answered. */
    record Mismatch() implements Claim {}

    /**
     * The same call runs already.
     *
     * @param left when its mark ends by itself, from now; not negative
     */
    record Running(Duration left) implements Claim {
        public Running {
            requireNonNull(left);
        }
    }

    /**
     * The same call was answered.
     *
     * @param answer the answer as it was stored; the caller's own copy
     */
    record Answered(byte[] answer) implements Claim {
        public Answered {
            requireNonNull(answer);
        }
    }
}
