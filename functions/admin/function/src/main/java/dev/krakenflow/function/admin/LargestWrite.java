package dev.krakenflow.function.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;

/** Bounds what one write is about: while it becomes visible the store does nothing else. */
final class LargestWrite {

    /** So many definitions are written or deleted at once. */
    static final int DEFINITIONS = 5_000;

    private LargestWrite() {}

    /**
     * Lets a write pass.
     *
     * @param definitions how many it is about
     * @throws RequestException {@code payload-too-large} when those are too many
     */
    static void check(int definitions) {
        if (definitions > DEFINITIONS) {
            throw RequestException.of(
                    FailureCode.PAYLOAD_TOO_LARGE,
                    "at most " + DEFINITIONS + " definitions are written or deleted at once, these would be "
                            + definitions + "; nothing was stored");
        }
    }
}
