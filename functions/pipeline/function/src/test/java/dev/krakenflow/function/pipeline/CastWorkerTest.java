package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.pipeline.testing.ScriptedConsumer;
import dev.krakenflow.function.pipeline.testing.ScriptedConsumer.Settled;
import dev.krakenflow.function.pipeline.testing.ScriptedEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.plan.Limits;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CastWorkerTest {

    private static final Map<String, Object> EVENT = Map.of("x", 1);
    private static final Failure BROKEN = Failure.of(FailureCode.COMMUNICATION, "broken");

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final ScriptedConsumer queue = new ScriptedConsumer();
    private final List<UniEmitter<? super List<Outcome>>> running = new ArrayList<>();
    private final InFlight inFlight = new InFlight(20);
    private final CastWorker worker = worker(queue);

    private CastWorker worker(ScriptedConsumer consumer) {
        CastPauses pauses = new CastPauses(new Random(1));
        PlanCache plans = new PlanCache(store, engine, time, Duration.ofSeconds(1), 100);
        CastRuns runs = new CastRuns(plans, new Runs(inFlight, time), pauses);
        return new CastWorker(consumer, runs, new CastLanes(10, time, time::soon), pauses, time);
    }

    @BeforeEach
    void start() {
        store.put("p", true);
        worker.start();
        goOn();
    }

    @Test
    void tellsTheResultOfAnEvent() {
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        assertThat(text(onlyState())).isEqualTo("Done {\"x\":1}");
    }

    @Test
    void tellsNothingWhereNothingCameOut() {
        engine.does(event -> Uni.createFrom().item(List.of(new Outcome.Ended(List.of()))));
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        assertThat(text(onlyState())).isEqualTo("Done ");
    }

    @Test
    void tellsWhatACallWouldAnswerOfSeveralResults() {
        Outcome result = new Outcome.Completed(EVENT, List.of());
        engine.does(event -> Uni.createFrom().item(List.of(result, new Outcome.Failed(BROKEN, List.of()))));
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        assertThat(text(onlyState())).startsWith("Done [{\"x\":1},{\"type\":\"urn:kraken:communication\"");
    }

    @Test
    void letsWhatFailedComeAgainAfterPausesThatGrow() {
        engine.fails(BROKEN);
        for (int number = 1; number <= 4; number++) {
            queue.give(queue.delivery("p", number, EVENT));
            goOn();
        }
        assertThat(queue.settled).extracting(it -> it.states().values()).allMatch(CastWorkerTest::areFailed);
        assertThat(queue.settled.get(0).again()).isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
        assertThat(queue.settled.get(3).again()).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8));
    }

    @Test
    void declaresDeadWhatFailedAsOftenAsItMay() {
        store.put("three", true, limits(16, 3));
        engine.fails(BROKEN);
        queue.give(queue.delivery("three", 3, EVENT));
        goOn();
        assertThat(text(onlyState())).startsWith("Dead").contains("\"code\":\"communication\"");
    }

    @Test
    void runsNoMoreWhatTookItsProcessWithItTooOften() {
        queue.give(queue.delivery("p", 6, EVENT));
        goOn();
        assertThat(text(onlyState())).startsWith("Dead").contains("delivered 5 times");
        assertThat(engine.invocations).isEmpty();
    }

    @Test
    void waitsForAnotherRunOfTheSameCallWithoutCountingThat() {
        engine.fails(Failure.of(FailureCode.IN_PROGRESS, "runs").withRetryAfter(Duration.ofSeconds(31)));
        queue.give(queue.delivery("p", 5, EVENT));
        goOn();
        assertThat(queue.settled).containsExactly(new Settled(5, Map.of(), Duration.ofSeconds(31)));
        assertThat(room().of("p")).isEqualTo(Limits.DEFAULT.concurrency());
    }

    @Test
    void runsEventsThatBelongTogetherAsOneInvocationAndTellsOfEach() {
        engine.does(event -> Uni.createFrom()
                .item(List.of(
                        event.equals(EVENT)
                                ? new Outcome.Completed(event, List.of())
                                : new Outcome.Failed(BROKEN, List.of()))));
        queue.give(queue.delivery("p", 1, EVENT, Map.of("x", 2)));
        goOn();
        assertThat(engine.invocations).containsExactly(List.of(EVENT, Map.of("x", 2)));
        assertThat(queue.settled).hasSize(1);
        assertThat(queue.settled.get(0).states().values())
                .hasAtLeastOneElementOfType(CastState.Done.class)
                .hasAtLeastOneElementOfType(CastState.Failed.class);
    }

    @Test
    void runsAsManyAtOnceAsThePipelineSays() {
        store.put("two", true, limits(2, 5));
        hold();
        queue.give(deliveries("two", 4));
        goOn();
        assertThat(running).hasSize(2);
        assertThat(room().of("two")).isZero();
        finishOne();
        assertThat(running).hasSize(2);
        finishOne();
        finishOne();
        finishOne();
        assertThat(queue.settled).hasSize(4);
        assertThat(queue.woken).isPositive();
        queue.give();
        goOn();
        assertThat(room().of("two")).isEqualTo(2);
    }

    @Test
    void runsNoMoreAtOnceThanAPipelineSaysThatWasDefinedAgain() {
        store.put("narrow", true, limits(4, 5));
        queue.give(deliveries("narrow", 1));
        goOn();
        store.put("narrow", true, limits(1, 5));
        time.pass(Duration.ofSeconds(2));
        hold();
        queue.give(deliveries("narrow", 4));
        goOn();
        assertThat(running).hasSize(1);
    }

    @Test
    void takesNoMoreThanTheProcessHasRoomFor() {
        hold();
        queue.give(deliveries("p", 10));
        goOn();
        assertThat(room().most()).isZero();
        finishOne();
        assertThat(queue.woken).isPositive();
        queue.give();
        goOn();
        assertThat(room().most()).isEqualTo(1);
    }

    @Test
    void givesBackWhatHasNoRoomBecauseOfCalls() {
        inFlight.admit(20, () -> Uni.createFrom().nothing()).subscribe().with(done -> {});
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        assertThat(queue.settled).containsExactly(new Settled(1, Map.of(), CastRuns.REST));
    }

    @Test
    void letsWhatIsCastToAStoppedPipelineWaitWithoutCountingThat() {
        store.put("stopped", false);
        queue.give(queue.delivery("stopped", 2, EVENT));
        goOn();
        assertThat(queue.settled).containsExactly(new Settled(2, Map.of(), CastRuns.REST));
        assertThat(room().of("stopped")).isZero();
        time.pass(CastRuns.REST);
        queue.give();
        goOn();
        assertThat(room().of("stopped")).isPositive();
    }

    @Test
    void failsWhatIsCastToAPipelineThatIsGone() {
        queue.give(queue.delivery("gone", 1, EVENT));
        goOn();
        assertThat(text(onlyState())).startsWith("Failed").contains("pipeline-undefined");
    }

    @Test
    void asksAgainWhenTheQueueDoesNotAnswer() {
        queue.away = true;
        queue.give();
        goOn();
        assertThat(queue.room()).isNull();
        queue.away = false;
        time.pass(Duration.ofSeconds(4));
        goOn();
        assertThat(queue.room()).isNotNull();
    }

    @Test
    void tellsWhatBecameOfADeliveryUntilTheQueueHearsIt() {
        hold();
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        queue.away = true;
        finishOne();
        time.pass(Duration.ofSeconds(1));
        assertThat(queue.settled).isEmpty();
        queue.away = false;
        time.pass(Duration.ofSeconds(4));
        goOn();
        assertThat(text(onlyState())).isEqualTo("Done {\"x\":1}");
    }

    @Test
    void givesBackWhatIsTakenAtTheEnd() {
        worker.stop();
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        assertThat(queue.settled).containsExactly(new Settled(1, Map.of(), Duration.ZERO));
        assertThat(engine.invocations).isEmpty();
        assertThat(queue.room()).isNull();
    }

    @Test
    void leavesWhatIsNotDoneAtTheEndToOthers() {
        hold();
        queue.give(queue.delivery("p", 1, EVENT));
        goOn();
        worker.close(Duration.ZERO);
        assertThat(queue.closed).isTrue();
        finishOne();
        assertThat(queue.settled).isEmpty();
    }

    private static Limits limits(int concurrency, int maxDeliveries) {
        return new Limits(Duration.ofSeconds(30), concurrency, 100, 100, 100, maxDeliveries);
    }

    private Delivery[] deliveries(String pipeline, int count) {
        Delivery[] all = new Delivery[count];
        for (int i = 0; i < count; i++) {
            all[i] = queue.delivery(pipeline, 1, EVENT);
        }
        return all;
    }

    /** Runs end when the test says so. */
    private void hold() {
        engine.does(event -> Uni.createFrom().emitter(running::add));
    }

    private void finishOne() {
        running.remove(0).complete(List.of(new Outcome.Completed(EVENT, List.of())));
        goOn();
    }

    /** Does what is to be done now, and what follows from it. */
    private void goOn() {
        for (int i = 0; i < 10; i++) {
            time.pass(Duration.ZERO);
        }
    }

    private Room room() {
        return queue.room();
    }

    private CastState onlyState() {
        assertThat(queue.settled).hasSize(1);
        Collection<CastState> states = queue.settled.get(0).states().values();
        assertThat(states).hasSize(1);
        return states.iterator().next();
    }

    private static boolean areFailed(Collection<CastState> states) {
        return states.size() == 1 && states.iterator().next() instanceof CastState.Failed;
    }

    private static String text(CastState state) {
        return switch (state) {
            case CastState.Pending pending -> "Pending";
            case CastState.Done done -> "Done " + text(done.json());
            case CastState.TooLarge large -> "TooLarge";
            case CastState.Failed failed -> "Failed " + text(failed.json());
            case CastState.Dead dead -> "Dead " + text(dead.json());
        };
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
