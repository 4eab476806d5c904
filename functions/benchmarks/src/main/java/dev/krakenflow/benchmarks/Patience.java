package dev.krakenflow.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another process does, by asking again and again. */
public final class Patience {
    private static final long PAUSE_MILLIS = 10;

    private Patience() {}

    /**
     * Waits until something is so.
     *
     * @param what it is, for the message
     * @throws IOException when it is not so in time
     */
    public static void await(Duration limit, String what, BooleanSupplier so) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IOException("within " + limit.toSeconds() + " s it was not so that " + what);
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
