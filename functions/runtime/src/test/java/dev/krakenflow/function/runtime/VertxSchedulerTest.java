package dev.krakenflow.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VertxSchedulerTest {

    private final Vertx vertx = Vertx.vertx();
    private final VertxScheduler scheduler = new VertxScheduler(vertx);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void runsATaskLaterOnTheLoopThatAskedForIt() throws Exception {
        CompletableFuture<List<String>> order = new CompletableFuture<>();
        Context loop = vertx.getOrCreateContext();
        loop.runOnContext(turn -> {
            List<String> seen = new ArrayList<>();
            scheduler.soon(() -> {
                seen.add(Vertx.currentContext() == loop ? "later, here" : "elsewhere");
                order.complete(seen);
            });
            seen.add("at once");
        });
        assertThat(order.get(10, TimeUnit.SECONDS)).containsExactly("at once", "later, here");
    }

    @Test
    void takesTasksFromOtherThreadsToo() throws Exception {
        CompletableFuture<String> done = new CompletableFuture<>();
        scheduler.soon(() -> done.complete("done"));
        assertThat(done.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void neverFiresBeforeThePauseIsOver() throws Exception {
        CompletableFuture<Long> fired = new CompletableFuture<>();
        long begin = scheduler.nanoTime();
        Duration pause = Duration.ofNanos(20_500_000);
        scheduler.after(pause, () -> fired.complete(scheduler.nanoTime() - begin));
        assertThat(fired.get(10, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(pause.toNanos());
    }

    @Test
    void forgetsWhatWasCancelled() throws Exception {
        CompletableFuture<String> first = new CompletableFuture<>();
        Cancellable cancelled = scheduler.after(Duration.ofMillis(5), () -> first.complete("cancelled"));
        cancelled.cancel();
        scheduler.after(Duration.ofMillis(50), () -> first.complete("other"));
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("other");
    }
}
