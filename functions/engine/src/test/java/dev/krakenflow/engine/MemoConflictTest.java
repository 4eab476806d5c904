package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoConflictTest {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(64);
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();
    private int others;

    private static ScriptedPlan sum(String more) {
        return ScriptedPlan.of("{type: 'composer', name: 'c', memo: 0, newMemo: '{% $memo + 1 %}',"
                        + " events: ['{% {\\\"was\\\": $memo} %}']" + more + "}")
                .service("{}");
    }

    /** Others write so often while an event is in the composer. */
    private void othersWrite(int times) {
        bench.memos.beforeWrite(() -> {
            if (others < times) {
                others++;
                bench.memos.write("c", 10 * others);
            }
        });
    }

    private Outcome outcome(ScriptedPlan plan, String event, Duration passing) {
        bench.outcomes.clear();
        bench.start(plan, event);
        bench.scheduler.pass(passing);
        assertThat(bench.outcomes).hasSize(1);
        return bench.outcomes.get(0);
    }

    @Test
    void composesAgainAfterAPauseAndLosesNoUpdate() {
        othersWrite(2);
        bench.start(sum(""), "{}");
        assertThat(bench.outcomes).isEmpty();
        bench.scheduler.pass(LONGEST_PAUSE.multipliedBy(2));
        assertThat(EngineBench.completed(bench.outcomes.get(0))).isEqualTo(event("{was: 20}"));
        assertThat(bench.memos.memo("c", null)).isEqualTo(21);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void failsWhenItsTimeIsOverBefore() {
        othersWrite(Integer.MAX_VALUE);
        Failure failure =
                EngineBench.failed(outcome(sum("").timeout(Duration.ofSeconds(2)), "{}", Duration.ofSeconds(2)));
        assertThat(failure.code()).isEqualTo("memo-conflict");
        assertThat(failure.status()).isEqualTo(503);
        assertThat(failure.place().component()).isEqualTo("c");
        assertThat(failure.place().step()).isEqualTo("memo");
        assertThat(others).isBetween(10, 2_000);
    }

    @Test
    void callsTheServiceOnceWhenItsArgsStayTheSame() {
        bench.clients.answers("f", event("{}"));
        othersWrite(3);
        outcome(sum(", service: 's.f', prepare: {x: '{% $memo > -1 %}'}"), "{}", LONGEST_PAUSE.multipliedBy(3));
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.memos.memo("c", null)).isEqualTo(31);
    }

    @Test
    void callsTheServiceAgainWhenItsArgsChange() {
        bench.clients.answers("f", event("{}"));
        othersWrite(1);
        outcome(sum(", service: 's.f', prepare: {x: '{% $memo %}'}"), "{}", LONGEST_PAUSE);
        assertThat(bench.clients.calls).containsExactly(event("{x: 0}"), event("{x: 10}"));
    }

    @Test
    void preparesOnceWhatDoesNotDependOnTheMemo() {
        bench.clients.answers("f", event("{}"));
        othersWrite(3);
        outcome(sum(", service: 's.f', prepare: {x: '{% $random() %}'}"), "{}", LONGEST_PAUSE.multipliedBy(3));
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void composesFromTheResultThatItHas() {
        bench.clients.answers("f", event("{n: 5}"));
        othersWrite(1);
        ScriptedPlan plan = ScriptedPlan.of("{type: 'composer', name: 'c', memo: 0, service: 's.f',"
                        + " newMemo: '{% $memo + n %}', events: ['{% {\\\"n\\\": n} %}']}")
                .service("{}");
        assertThat(EngineBench.completed(outcome(plan, "{}", LONGEST_PAUSE))).isEqualTo(event("{n: 5}"));
        assertThat(bench.memos.memo("c", null)).isEqualTo(15);
    }

    @Test
    void passesTheEventWhenTheConditionHoldsNoLonger() {
        othersWrite(1);
        assertThat(EngineBench.completed(outcome(sum(", condition: '{% $memo < 5 %}'"), "{k: 1}", LONGEST_PAUSE)))
                .isEqualTo(event("{k: 1}"));
        assertThat(bench.memos.memo("c", null)).isEqualTo(10);
    }

    @Test
    void takesTheLeaseBeforeTheFirstCallAndGivesItBackAfterTheWrite() {
        bench.clients.does("f", args -> {
            assertThat(bench.memos.isLeased()).isTrue();
            return Uni.createFrom().item(event("{}"));
        });
        ScriptedPlan plan = sum(", leased: true, service: 's.f', prepare: {x: '{% $memo %}'}")
                .timeout(Duration.ofSeconds(20));
        assertThat(bench.result(plan, "{}")).isEqualTo(event("{was: 0}"));
        assertThat(bench.memos.asked).containsExactly("lease", "read", "replace", "release");
        assertThat(bench.memos.times).containsExactly(Duration.ofSeconds(21), null);
        assertThat(bench.memos.isLeased()).isFalse();
    }

    @Test
    void waitsForTheLeaseThatSomebodyElseHolds() {
        bench.memos.lease("c");
        bench.start(sum(", leased: true"), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(bench.outcomes).isEmpty();
        bench.memos.freeLeases();
        bench.scheduler.pass(LONGEST_PAUSE);
        assertThat(bench.outcomes).hasSize(1);
        assertThat(bench.memos.asked).filteredOn("read"::equals).hasSize(1);
    }

    @Test
    void failsWhenTheLeaseIsHeldForAsLongAsThereIsTime() {
        bench.memos.lease("c");
        Failure failure = EngineBench.failed(
                outcome(sum(", leased: true").timeout(Duration.ofSeconds(1)), "{}", Duration.ofSeconds(1)));
        assertThat(failure.code()).isEqualTo("memo-conflict");
        assertThat(bench.memos.asked).doesNotContain("read");
    }

    @Test
    void neverCallsAgainUnderALeaseThatWasLost() {
        bench.clients.answers("f", event("{}"));
        othersWrite(1);
        Outcome outcome =
                outcome(sum(", leased: true, service: 's.f', prepare: {x: '{% $memo %}'}"), "{}", LONGEST_PAUSE);
        assertThat(EngineBench.failed(outcome).code()).isEqualTo("memo-conflict");
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.memos.memo("c", null)).isEqualTo(10);
        assertThat(bench.memos.isLeased()).isFalse();
    }

    @Test
    void givesTheLeaseBackWhenTheServiceFails() {
        bench.clients.fails("f", new IllegalStateException());
        bench.failure(sum(", leased: true, service: 's.f', prepare: {x: '{% $memo %}'}"), "{}");
        assertThat(bench.memos.isLeased()).isFalse();
        assertThat(bench.result(sum(", leased: true"), "{}")).isEqualTo(event("{was: 0}"));
    }

    @Test
    void givesTheLeaseBackOnCancel() {
        bench.clients.hangs("f");
        ScriptedPlan plan = sum(", leased: true, service: 's.f', prepare: {x: '{% $memo %}'}");
        Cancellable run = bench.start(plan.build(), event("{}"), RunOptions.NONE);
        assertThat(bench.memos.isLeased()).isTrue();
        run.cancel();
        assertThat(bench.memos.isLeased()).isFalse();
        assertThat(bench.clients.cancelled).isEqualTo(1);
    }

    @Test
    void givesBackALeaseThatIsGrantedAfterTheCancel() {
        bench.memos.waitFor(() -> answers.wait("lease"));
        Cancellable run = bench.start(sum(", leased: true").build(), event("{}"), RunOptions.NONE);
        run.cancel();
        bench.memos.waitFor(() -> Uni.createFrom().voidItem());
        answers.waiting.get(0).complete(true);
        assertThat(bench.memos.asked).containsExactly("lease", "release");
        assertThat(bench.memos.isLeased()).isFalse();
    }

    @Test
    void forgetsThePauseOnCancel() {
        othersWrite(1);
        Cancellable run = bench.start(sum("").build(), event("{}"), RunOptions.NONE);
        assertThat(bench.scheduler.timers()).isEqualTo(1);
        run.cancel();
        assertThat(bench.scheduler.timers()).isZero();
        bench.scheduler.pass(Duration.ofMinutes(1));
        assertThat(bench.outcomes).isEmpty();
    }

    @Test
    void eventsOfOneProcessQueueFirstComeFirstServed() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(sum(", service: 's.f', prepare: {x: '{% $event.x %}'}"));
        List<Map<String, Object>> came = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runner.run(Map.of("x", i), RunOptions.NONE, outcomes -> came.add(EngineBench.completed(outcomes.get(0))));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(bench.clients.calls).hasSize(i + 1);
            assertThat(bench.clients.calls.get(i)).isEqualTo(Map.of("x", i));
            answers.waiting.get(i).complete(Map.of());
            bench.scheduler.runSoon();
        }
        assertThat(came).extracting(it -> it.get("was")).containsExactly(0, 1, 2, 3, 4);
        assertThat(bench.memos.asked).hasSize(10);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void oneThatWaitsInTheQueueFailsWhenItsTimeIsOver() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(sum(", service: 's.f'").timeout(Duration.ofSeconds(60)));
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        long deadline = bench.scheduler.nanoTime() + Duration.ofSeconds(1).toNanos();
        RunOptions impatient = new RunOptions(false, deadline, Map.of(), null);
        runner.run(event("{}"), impatient, bench.outcomes::addAll);
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        bench.scheduler.pass(Duration.ofSeconds(1));
        Failure failure = EngineBench.failed(bench.outcomes.get(0));
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().step()).isEqualTo("memo");
        answers.waiting.get(0).complete(Map.of());
        bench.scheduler.runSoon();
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.outcomes).hasSize(3);
        assertThat(bench.memos.memo("c", null)).isEqualTo(2);
    }

    @Test
    void oneThatIsCancelledGivesItsPlaceUp() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(sum(", service: 's.f'"));
        Cancellable first = runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        Cancellable second = runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        second.cancel();
        first.cancel();
        assertThat(bench.clients.calls).hasSize(1);
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).hasSize(2);
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void oneThatIsCancelledWhenItsTurnComesGivesItToTheNext() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(sum(", service: 's.f'"));
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        Cancellable second = runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        answers.waiting.get(0).complete(Map.of());
        second.cancel();
        bench.scheduler.runSoon();
        assertThat(answers.waiting).hasSize(2);
        answers.waiting.get(1).complete(Map.of());
        assertThat(bench.outcomes).hasSize(2);
    }

    @Test
    void memosOfOtherKeysDoNotWait() {
        bench.clients.does("f", answers::wait);
        PlanRunner runner = bench.load(sum(", service: 's.f', memo_key: '{% k %}'"));
        runner.run(event("{k: 1}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.run(event("{k: 2}"), RunOptions.NONE, bench.outcomes::addAll);
        assertThat(answers.waiting).hasSize(2);
    }

    @Test
    void manyThatWaitTakeNoStack() {
        bench.clients.does("f", answers::wait);
        bench.clients.does("g", args -> Uni.createFrom().item(args));
        PlanRunner runner = bench.load(sum(", service: 's.f'"));
        PlanRunner quick = bench.load(sum(", prepare: {x: 1}"));
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        for (int i = 0; i < 5_000; i++) {
            quick.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        }
        answers.waiting.get(0).complete(Map.of());
        bench.scheduler.runSoon();
        assertThat(bench.outcomes).hasSize(5_001);
        assertThat(bench.memos.memo("c", null)).isEqualTo(5_001);
    }
}
