package dev.krakenflow.benchmarks.cast;

import java.io.IOException;

/** A moment between two looks at something that others change. */
final class Pause {

    private static final long MILLIS = 20;

    private Pause() {}

    static void shortly() throws IOException {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
