package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A million hops need no more stack and no more heap than ten. */
class MillionHopsTest {
    private static final int HOPS = 1_000_000;
    private static final long SMALL_STACK = 200_000;
    private static final long MEGABYTE = 1_000_000;
    private static final Limits LIMITS = new Limits(Duration.ofHours(1), 16, HOPS, HOPS, 10);

    private final EngineBench bench = new EngineBench();
    private long allocated;

    private Outcome runOnSmallStack(ScriptedPlan plan, String event) throws InterruptedException {
        PlanRunner runner = bench.load(plan.limits(LIMITS));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Runnable run = () -> {
            long before = threads.getCurrentThreadAllocatedBytes();
            runner.run(event(event), RunOptions.NONE, bench.outcomes::addAll);
            bench.scheduler.runSoon();
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        };
        Thread thread = new Thread(null, run, "small stack", SMALL_STACK);
        thread.start();
        thread.join();
        return bench.outcomes.get(0);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void jumpsAllocateNothing() throws InterruptedException {
        ScriptedPlan endless = ScriptedPlan.of("{type: 'goto-point'}", "{type: 'tbd'}", "{type: 'goto', to: 0}");
        Outcome outcome = runOnSmallStack(endless, "{}");
        assertThat(EngineBench.failed(outcome).code()).isEqualTo("loop-limit");
        assertThat(allocated).isLessThan(MEGABYTE);
    }

    @Test
    void stagesLeaveNothingBehind() throws InterruptedException {
        List<Long> used = new ArrayList<>();
        bench.clients.does("f", args -> {
            used.add(usedHeap());
            return Uni.createFrom().item(event("{}"));
        });
        ScriptedPlan counting = ScriptedPlan.of(
                        "{transform: {x: '{% x + 1 %}'}}",
                        "{condition: '{% x % 50000 = 0 %}', service: 's.f'}",
                        "{type: 'goto', to: 0, condition: '{% x < 333333 %}'}")
                .service("{}");
        Outcome outcome = runOnSmallStack(counting, "{x: 0}");
        assertThat(EngineBench.completed(outcome)).isEqualTo(event("{x: 333333}"));
        assertThat(used).hasSize(6);
        assertThat(used.get(5) - used.get(0)).isLessThan(5 * MEGABYTE);
    }

    @Test
    void callsThatAnswerAtOnceTakeNoStack() throws InterruptedException {
        bench.clients.does("f", args -> Uni.createFrom().item(args));
        ScriptedPlan calling =
                ScriptedPlan.of("{service: 's.f'}", "{type: 'goto', to: 0}").service("{}");
        Outcome outcome = runOnSmallStack(calling, "{}");
        assertThat(EngineBench.failed(outcome).code()).isEqualTo("loop-limit");
        assertThat(bench.clients.calls).hasSize(HOPS / 2);
    }

    @Test
    void composersLeaveNothingBehind() throws InterruptedException {
        List<Long> used = new ArrayList<>();
        bench.clients.does("f", args -> {
            used.add(usedHeap());
            return Uni.createFrom().item(event("{}"));
        });
        ScriptedPlan counting = ScriptedPlan.of(
                        "{type: 'composer', events: ['{% {\\\"x\\\": x + 1} %}']}",
                        "{condition: '{% x % 50000 = 0 %}', service: 's.f'}",
                        "{type: 'goto', to: 0, condition: '{% x < 333333 %}'}")
                .service("{}");
        Outcome outcome = runOnSmallStack(counting, "{x: 0}");
        assertThat(EngineBench.completed(outcome)).isEqualTo(event("{x: 333333}"));
        assertThat(used.get(5) - used.get(0)).isLessThan(5 * MEGABYTE);
    }

    @Test
    void composersWithAMemoTakeNoStack() throws InterruptedException {
        ScriptedPlan counting = ScriptedPlan.of(
                "{type: 'composer', name: 'c', memo: 0, memo_scope: 'INVOCATION', newMemo: '{% $memo + 1 %}',"
                        + " events: ['{% {\\\"x\\\": $memo} %}']}",
                "{type: 'goto', to: 0, condition: '{% x < 100000 %}'}");
        assertThat(EngineBench.completed(runOnSmallStack(counting, "{x: 0}"))).isEqualTo(event("{x: 100000}"));
    }

    @Test
    void plugsTakeNoStack() throws InterruptedException {
        ScriptedPlan plugging = ScriptedPlan.of(
                        "{type: 'plug', pipeline: 'sub', transform: {x: '{% x %}'}}",
                        "{type: 'goto', to: 0, condition: '{% x < 333333 %}'}")
                .plugs("sub", ScriptedPlan.of("{transform: {x: '{% x + 1 %}'}}"));
        assertThat(EngineBench.completed(runOnSmallStack(plugging, "{x: 0}"))).isEqualTo(event("{x: 333333}"));
    }

    @Test
    void caughtFailuresLeaveNothingBehind() throws InterruptedException {
        List<Long> used = new ArrayList<>();
        bench.clients.does("f", args -> {
            used.add(usedHeap());
            return Uni.createFrom().item(event("{}"));
        });
        ScriptedPlan failing = ScriptedPlan.of(
                        "{next: 3, transform: {y: '{% x + \\\"a\\\" %}'}, catch: [{components: [1, 3]}]}",
                        "{transform: {x: '{% x + 1 %}', e: '{% $error.code %}'}}",
                        "{name: 'again', next: 3, transform: {y: '{% x + \\\"a\\\" %}'}, catch: [{goto: 3}]}",
                        "{condition: '{% x % 20000 = 0 %}', service: 's.f'}",
                        "{type: 'goto', to: 0, condition: '{% x < 100000 %}'}")
                .service("{}");
        Outcome outcome = runOnSmallStack(failing, "{x: 0}");
        assertThat(EngineBench.completed(outcome)).isEqualTo(event("{x: 100000, e: 'expression'}"));
        assertThat(used).hasSize(5);
        assertThat(used.get(4) - used.get(0)).isLessThan(5 * MEGABYTE);
    }
}
