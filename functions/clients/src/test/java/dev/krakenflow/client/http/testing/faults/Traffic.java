package dev.krakenflow.client.http.testing.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the server saw of the requests of one key. Thread-safe. */
public final class Traffic {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private int requests;
    private int resets;
    private int underWay;
    private int mostAtOnce;
    private long written;

    /** How many requests came. */
    public synchronized int requests() {
        return requests;
    }

    /** How many clients reset or closed the connection before they had their answer. */
    public synchronized int resets() {
        return resets;
    }

    /** The most requests that were under way at the same time. */
    public synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    /** Bytes that were handed to the operating system. */
    public synchronized long written() {
        return written;
    }

    /** Waits for so many requests in all. */
    public void awaitRequests(int number) throws InterruptedException {
        await(() -> requests >= number, number + " requests");
    }

    /** Waits for so many resets in all. */
    public void awaitResets(int number) throws InterruptedException {
        await(() -> resets >= number, number + " resets");
    }

    /** Waits until so many requests have been under way at the same time. */
    public void awaitAtOnce(int number) throws InterruptedException {
        await(() -> mostAtOnce >= number, number + " requests at once");
    }

    /** Waits until no request is under way: each is answered, or its connection is closed by both sides. */
    public void awaitQuiet() throws InterruptedException {
        await(() -> underWay == 0, "quiet");
    }

    /** @return the number of this request, from 1 */
    synchronized int begin() {
        requests++;
        underWay++;
        mostAtOnce = Math.max(mostAtOnce, underWay);
        notifyAll();
        return requests;
    }

    synchronized void end(boolean reset) {
        underWay--;
        resets += reset ? 1 : 0;
        notifyAll();
    }

    synchronized void wrote(int bytes) {
        written += bytes;
    }

    private synchronized void await(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (millis <= 0) {
                throw new AssertionError("waited for " + what + ", but saw " + this);
            }
            wait(millis);
        }
    }

    @Override
    public synchronized String toString() {
        return requests + " requests, " + underWay + " of them under way, " + resets + " resets";
    }
}
