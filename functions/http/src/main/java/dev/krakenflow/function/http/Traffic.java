package dev.krakenflow.function.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The requests that are under way, and whether more are taken. When the process ends, new ones are refused and those
 * under way finish. Thread-safe; one for a process.
 */
public final class Traffic {

    private static final int MOST = Integer.MAX_VALUE;

    /** For a stream that was cut to say so. */
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    /** Each request under way holds a permit, so who gets all of them knows that nothing is under way. */
    private final Semaphore permits = new Semaphore(MOST);

    /** How to end what would go on as long as its caller likes. */
    private final Set<Runnable> cuts = ConcurrentHashMap.newKeySet();

    private volatile boolean leaving;
    private volatile boolean closing;

    /**
     * Takes no more requests and waits until those under way are done; streams that are not in time are cut. Blocks; for
     * the end of the process.
     */
    public void close(Duration patience) {
        leaving = true;
        closing = true;
        try {
            if (!becomesEmpty(patience)) {
                cuts.forEach(Runnable::run);
                becomesEmpty(LAST_WORDS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean becomesEmpty(Duration patience) throws InterruptedException {
        boolean empty = permits.tryAcquire(MOST, patience.toMillis(), TimeUnit.MILLISECONDS);
        if (empty) {
            permits.release(MOST);
        }
        return empty;
    }

    /**
     * Takes requests still, but says that the process will end: callers leave its connections, and whoever asks sends them
     * elsewhere. Blocks for as long as that may take them; {@link #close} comes then.
     */
    public void announceEnd(Duration delay) {
        leaving = true;
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the process takes no more requests before long, or already. */
    boolean isLeaving() {
        return leaving;
    }

    /** Whether one more request is taken; it must {@link #leave} when it is answered. */
    boolean enter() {
        if (closing || !permits.tryAcquire()) {
            return false;
        }
        // Once more: a close between that look and the permit did not wait for this request.
        if (closing) {
            permits.release();
            return false;
        }
        return true;
    }

    void leave() {
        permits.release();
    }

    /** Remembers how to cut a request that was let in. */
    void cutAtTheEndBy(Runnable cut) {
        cuts.add(cut);
    }

    /** A request that could be cut is answered. */
    void leave(Runnable cut) {
        cuts.remove(cut);
        leave();
    }
}
