package dev.krakenflow.function.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The requests that are under way, and whether more are taken. When the process ends, new ones are refused and those
 * under way finish. Thread-safe; one for a process.
 */
public final class Traffic {

    private static final int MOST = Integer.MAX_VALUE;

    /** Each request under way holds a permit, so who gets all of them knows that nothing is under way. */
    private final Semaphore permits = new Semaphore(MOST);

    private volatile boolean closing;

    /** Takes no more requests and waits until those under way are done. Blocks; for the end of the process. */
    public void close(Duration patience) {
        closing = true;
        try {
            if (permits.tryAcquire(MOST, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                permits.release(MOST);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether one more request is taken; it must {@link #leave} when it is answered. */
    boolean enter() {
        return !closing && permits.tryAcquire();
    }

    void leave() {
        permits.release();
    }
}
