package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds of a map at their largest: as many items as there may be, in a small stack. */
class ManyItemsTest {
    private static final int MOST = 100_000;
    private static final long SMALL_STACK = 256 * 1024;

    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan map(String components, String more) {
        return ScriptedPlan.of("{type: 'map', items: '{% l %}', max_items: " + MOST + ", components: [" + components
                        + "]" + more + "}")
                .service("{}")
                .limits(new Limits(Duration.ofMinutes(10), 1, 10_000_000, 10_000_000, 10));
    }

    private Outcome runOnSmallStack(ScriptedPlan plan) throws InterruptedException {
        List<Integer> items = IntStream.range(0, MOST).boxed().toList();
        CountDownLatch done = new CountDownLatch(1);
        Thread thread = new Thread(
                null,
                () -> {
                    bench.start(plan.build(), Map.of("l", items), RunOptions.NONE);
                    bench.scheduler.runSoon();
                    done.countDown();
                },
                "small stack",
                SMALL_STACK);
        thread.start();
        done.await();
        assertThat(bench.outcomes).hasSize(1);
        return bench.outcomes.get(0);
    }

    @Test
    void itemsThatEndAtOnceTakeNoStack() throws InterruptedException {
        Outcome outcome = runOnSmallStack(map(
                "{transform: {y: '{% item + 1 %}'}}",
                ", transform: {n: '{% $count(results) %}', last: '{% results[99999].y %}'}"));
        assertThat(EngineBench.completed(outcome)).containsEntry("n", MOST).containsEntry("last", MOST);
    }

    @Test
    void callsThatAnswerAtOnceTakeNoStack() throws InterruptedException {
        bench.clients.does("f", args -> Uni.createFrom().item(event("{}")));
        assertThat(runOnSmallStack(map("{service: 's.f'}", ""))).isInstanceOf(Outcome.Completed.class);
        assertThat(bench.clients.calls).hasSize(MOST);
    }

    @Test
    void callsThatFailAtOnceTakeNoStack() throws InterruptedException {
        bench.clients.does("f", args -> Uni.createFrom().failure(new IllegalStateException()));
        Outcome outcome =
                runOnSmallStack(map("{service: 's.f'}", ", mode: 'settled', transform: {n: '{% $count(errors) %}'}"));
        assertThat(EngineBench.completed(outcome)).containsEntry("n", MOST);
    }

    @Test
    void itemsThatCanBeUndoneTakeNoStack() throws InterruptedException {
        bench.clients.does("f", args -> Uni.createFrom().item(event("{}")));
        Outcome outcome = runOnSmallStack(
                map("{service: 's.f', compensate: {service: 's.f'}}", ", transform: {x: '{% 1 + \\\"a\\\" %}'}"));
        assertThat((List<?>) EngineBench.failed(outcome).members().get("compensated"))
                .hasSize(MOST);
        assertThat(bench.clients.calls).hasSize(2 * MOST);
    }

    @Test
    void callsThatAllWaitTakeNoStack() throws InterruptedException {
        bench.clients.hangs("f");
        ScriptedPlan plan = map("{service: 's.f'}", ", mode: 'settled', timeout: 'PT1S', concurrency_limit: " + MOST);
        Thread thread = new Thread(
                null,
                () -> {
                    bench.start(
                            plan.build(),
                            Map.of("l", IntStream.range(0, MOST).boxed().toList()),
                            RunOptions.NONE);
                    bench.scheduler.runSoon();
                    bench.scheduler.pass(Duration.ofSeconds(2));
                },
                "small stack",
                SMALL_STACK);
        thread.start();
        thread.join();
        assertThat(bench.clients.calls).hasSize(MOST);
        assertThat(bench.clients.cancelled).isEqualTo(MOST);
        assertThat(EngineBench.failed(bench.outcomes.get(0)).code()).isEqualTo("timeout");
    }

    @Test
    void mapsInEachOtherTakeNoStack() throws InterruptedException {
        String inner = "{type: 'map', items: [1, 2], components: [{type: 'map', items: [1], components: []}]}";
        assertThat(runOnSmallStack(map(inner, ""))).isInstanceOf(Outcome.Completed.class);
    }
}
