package dev.krakenflow.benchmarks.shop;

import dev.krakenflow.benchmarks.http.Exchange;
import dev.krakenflow.benchmarks.http.LoadGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Customers who order the same again and again, each as soon as the last answer has come. Used by one thread. */
final class Customers {
    private static final Exchange ORDER =
            Exchange.post("/orders", "{\"user_id\": \"user-1\", \"product_id\": \"product-1\"}", answer -> true);

    private final LoadGenerator generator;
    private final OrderTally tally;

    private Customers(LoadGenerator generator, OrderTally tally) {
        this.generator = generator;
        this.tally = tally;
    }

    /** So many connections begin; who is refused comes back after the pause. */
    static Customers come(LoadGenerator generator, int port, int connections, long pauseMillis) {
        OrderTally tally = new OrderTally(connections, pauseMillis);
        generator.run(() -> generator.connect(port, List.of(ORDER), connections, tally));
        return new Customers(generator, tally);
    }

    /** What they were answered since the last time. */
    Window take() throws InterruptedException, ExecutionException {
        if (tally.ended().isCompletedExceptionally()) {
            tally.ended().get();
        }
        return onTheLoop(tally::take);
    }

    /** Lets each end with its next answer. */
    void stop() {
        generator.run(tally::stop);
    }

    /**
     * Waits for the answers that are still to come.
     *
     * @throws TimeoutException when one does not come in time
     */
    void awaitEnd(Duration patience) throws InterruptedException, ExecutionException, TimeoutException {
        tally.ended().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** An answer that nobody should get; empty when there was none. */
    String wrong() throws InterruptedException, ExecutionException {
        return onTheLoop(tally::wrong);
    }

    private <T> T onTheLoop(Supplier<T> work) throws InterruptedException, ExecutionException {
        CompletableFuture<T> result = new CompletableFuture<>();
        generator.run(() -> result.complete(work.get()));
        return result.get();
    }
}
