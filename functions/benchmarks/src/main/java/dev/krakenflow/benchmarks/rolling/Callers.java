package dev.krakenflow.benchmarks.rolling;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Callers of a pipeline that waits as long as its event says, each with its next call as soon as the last one is answered:
 * mostly quick ones, and now and then a slow one. What they count may be read by any thread.
 */
final class Callers {
    private static final String PATH = "/pipelines/call/" + PauseService.NAME;
    private static final Duration LAST_ANSWER = Duration.ofSeconds(30);
    private static final int SLOW = 100;

    private final RoundRobin balancer;
    private final String quick;
    private final String slow;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicReference<String> firstFailure = new AtomicReference<>("");
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile boolean stopping;

    private Callers(RoundRobin balancer, int quickMillis, int slowMillis) {
        this.balancer = balancer;
        this.quick = event(quickMillis);
        this.slow = event(slowMillis);
    }

    private static String event(int millis) {
        return "{\"millis\":" + millis + "}";
    }

    /** So many callers begin. */
    static Callers begin(RoundRobin balancer, int count, int quickMillis, int slowMillis) {
        Callers callers = new Callers(balancer, quickMillis, slowMillis);
        callers.open.set(count);
        for (int i = 0; i < count; i++) {
            balancer.run(callers::call);
        }
        return callers;
    }

    private void call() {
        if (stopping) {
            if (open.decrementAndGet() == 0) {
                ended.complete(null);
            }
            return;
        }
        int number = calls.incrementAndGet();
        String event = number % SLOW == 0 ? slow : quick;
        balancer.post(PATH, event, event)
                .onFailure(cause -> failed(number, cause))
                .onComplete(answered -> balancer.runLater(1, this::call));
    }

    private void failed(int number, Throwable cause) {
        failed.incrementAndGet();
        firstFailure.compareAndSet("", "; call " + number + ": " + cause);
    }

    /** Lets each end with its next answer, and waits for those. */
    void stop() throws InterruptedException, ExecutionException, TimeoutException {
        stopping = true;
        ended.get(LAST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Calls sent so far. */
    int calls() {
        return calls.get();
    }

    /** Calls that were not answered as they should be. */
    int failed() {
        return failed.get();
    }

    /** What the first of them was answered; empty for none. */
    String firstFailure() {
        return firstFailure.get();
    }
}
