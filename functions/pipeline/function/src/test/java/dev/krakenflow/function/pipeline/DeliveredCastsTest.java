package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.engine.Outcome;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.pipeline.testing.RecordingDeadCasts;
import dev.krakenflow.function.pipeline.testing.ScriptedEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.function.pipeline.testing.ScriptedStates;
import dev.krakenflow.plan.Limits;
import dev.krakenflow.store.memory.MemoryCastStates;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeliveredCastsTest {

    private static final Failure BROKEN = Failure.of(FailureCode.COMMUNICATION, "broken");

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final ScriptedEngine engine = new ScriptedEngine();
    private final CastStates states = new MemoryCastStates();
    private final RecordingDeadCasts dead = new RecordingDeadCasts();
    private final DeliveredCasts casts = casts(states);

    private DeliveredCasts casts(CastStates known) {
        PlanCache plans = new PlanCache(store, engine, time, Duration.ofSeconds(1), 100);
        CastRuns runs = new CastRuns(plans, new Runs(new InFlight(20), time), new CastPauses(new Random(1)));
        return new DeliveredCasts(known, dead, runs, Runnable::run);
    }

    @BeforeEach
    void define() {
        store.put("p", true);
    }

    @Test
    void runsTheEventsOfADeliveryAsOneInvocation() {
        assertThat(run(message("a", "b"))).isTrue();
        assertThat(engine.invocations).containsExactly(List.of(Map.of("x", "a"), Map.of("x", "b")));
        assertThat(engine.options.get(0).tracing()).isEqualTo(Map.of("traceparent", "00-1-2-01"));
        assertThat(state("a")).isEqualTo("Done {\"x\":\"a\"}");
        assertThat(state("b")).isEqualTo("Done {\"x\":\"b\"}");
    }

    @Test
    void runsNothingAgainThatIsDone() {
        run(message("a"));
        assertThat(run(message("a"))).isTrue();
        assertThat(run(message("a", "b"))).isTrue();
        assertThat(engine.invocations).containsExactly(List.of(Map.of("x", "a")), List.of(Map.of("x", "b")));
    }

    @Test
    void letsWhatFailedComeAgainWithoutWhatIsDone() {
        engine.does(event ->
                Uni.createFrom().item(List.of(outcome(event, event.get("x").equals("b")))));
        assertThat(run(message("a", "b"))).isFalse();
        assertThat(state("b")).startsWith("Failed");
        engine.does(event -> Uni.createFrom().item(List.of(outcome(event, false))));
        assertThat(run(message("a", "b"))).isTrue();
        assertThat(engine.invocations.get(1)).isEqualTo(List.of(Map.of("x", "b")));
        assertThat(dead.kept).isEmpty();
    }

    @Test
    void keepsWhatFailedAsOftenAsItMay() {
        engine.does(event ->
                Uni.createFrom().item(List.of(outcome(event, event.get("x").equals("b")))));
        for (int number = 1; number < Limits.DEFAULT.maxDeliveries(); number++) {
            assertThat(run(message("a", "b"))).isFalse();
        }
        assertThat(run(message("a", "b"))).isTrue();
        assertThat(state("b")).startsWith("Dead").contains("broken");
        assertThat(dead.kept).extracting(CastMessage::references).containsExactly(List.of(reference("b")));
    }

    @Test
    void leavesADeadOneToItsQueueWhereItIsNotKept() {
        engine.fails(BROKEN);
        dead.isFull();
        for (int number = 1; number <= Limits.DEFAULT.maxDeliveries() + 2; number++) {
            assertThat(run(message("a"))).isFalse();
        }
        assertThat(engine.invocations).hasSize(Limits.DEFAULT.maxDeliveries());
        assertThat(dead.kept).hasSize(3);
    }

    @Test
    void doesNotCountWhatCouldNotRun() {
        store.put("stopped", false);
        CastMessage message = new CastMessage("stopped", List.of(event("a")), Map.of());
        for (int number = 1; number <= 20; number++) {
            assertThat(run(message)).isFalse();
        }
        assertThat(state("a")).startsWith("Pending");
        assertThat(engine.invocations).isEmpty();
    }

    @Test
    void givesUpInTheEndWhatHasNoPipeline() {
        CastMessage message = new CastMessage("unknown", List.of(event("a")), Map.of());
        for (int number = 1; number < Limits.DEFAULT.maxDeliveries(); number++) {
            assertThat(run(message)).isFalse();
        }
        assertThat(run(message)).isTrue();
        assertThat(state("a")).startsWith("Dead").contains("pipeline-undefined");
    }

    @Test
    void letsEverythingComeAgainWhileTheStoreIsAway() {
        ScriptedStates known = new ScriptedStates();
        known.isAwayFrom("deliver");
        assertThat(run(casts(known), message("a"))).isFalse();
        assertThat(engine.invocations).isEmpty();
        known.isAwayFrom("settle");
        assertThat(run(casts(known), message("a"))).isFalse();
    }

    @Test
    void runsADeliveryWithTheKeyOfItsCaller() {
        CastEvent keyed = new CastEvent(reference("a"), json("a"), "abc", null);
        run(new CastMessage("p", List.of(keyed), Map.of()));
        assertThat(engine.options.get(0).identity().key()).isEqualTo("abc");
    }

    private static Outcome outcome(Map<String, Object> event, boolean fails) {
        return fails ? new Outcome.Failed(BROKEN, List.of()) : new Outcome.Completed(event, List.of());
    }

    private boolean run(CastMessage message) {
        return run(casts, message);
    }

    private static boolean run(DeliveredCasts casts, CastMessage message) {
        return casts.run(message).await().atMost(Duration.ofSeconds(10));
    }

    private static CastMessage message(String... names) {
        return new CastMessage(
                "p", Arrays.stream(names).map(DeliveredCastsTest::event).toList(), Map.of("traceparent", "00-1-2-01"));
    }

    private static CastEvent event(String name) {
        return new CastEvent(reference(name), json(name), null, null);
    }

    private static byte[] json(String name) {
        return ("{\"x\":\"" + name + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static String reference(String name) {
        return name.repeat(32);
    }

    private String state(String name) {
        CastState state = states.find(reference(name)).await().atMost(Duration.ofSeconds(10));
        return switch (state) {
            case null -> "unknown";
            case CastState.Pending it -> "Pending";
            case CastState.Done it -> "Done " + text(it.json());
            case CastState.TooLarge it -> "TooLarge";
            case CastState.Failed it -> "Failed " + text(it.json());
            case CastState.Dead it -> "Dead " + text(it.json());
        };
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
