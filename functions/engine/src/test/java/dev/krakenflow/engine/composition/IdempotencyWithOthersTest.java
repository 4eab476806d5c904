package dev.krakenflow.engine.composition;

import static dev.krakenflow.engine.testing.EngineBench.completed;
import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedAnswers;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept of runs that fail, catch, undo and end in different ways. */
class IdempotencyWithOthersTest {
    private final EngineBench bench = new EngineBench();
    private final ScriptedAnswers answers = new ScriptedAnswers();

    private static ScriptedPlan raising(String error) {
        return ScriptedPlan.of("{name: 'r', type: 'raise', error: " + error + "}")
                .idempotency("{key: '{% id %}'}");
    }

    private static ScriptedPlan failing() {
        return ScriptedPlan.of("{service: 's.f'}").service("{}").idempotency("{key: '{% id %}'}");
    }

    @Test
    void answersWhatWasRaisedForTheCallerAgain() {
        ScriptedPlan plan = raising("{type: 'sold-out', status: 409, detail: 'no more'}");
        Outcome first = bench.run(plan, "{id: 1}");
        Outcome second = bench.run(plan, "{id: 1}");
        assertThat(failed(second)).isEqualTo(failed(first));
        assertThat(failed(second).code()).isEqualTo("sold-out");
        assertThat(second.replayed()).isTrue();
    }

    @Test
    void knowsWhatWasRaisedByAUriWhateverItIsCalled() {
        ScriptedPlan plan = raising("{type: 'https://shop.example/problems/timeout', status: 422, detail: 'late'}");
        Failure first = bench.failure(plan, "{id: 1}");
        assertThat(first.code()).isEqualTo("timeout");
        assertThat(bench.failure(plan, "{id: 1}")).isEqualTo(first);
    }

    @Test
    void letsTheCallComeAgainAfterWhatWasRaisedForNoCaller() {
        ScriptedPlan plan = raising("{type: 'broken', status: 500, detail: 'no'}");
        bench.run(plan, "{id: 1}");
        assertThat(bench.run(plan, "{id: 1}").replayed()).isFalse();
        assertThat(bench.claims.asked).containsExactly("claim", "release", "claim", "release");
    }

    @Test
    void answersWhatWasRaisedInAPluggedPipelineWithItsPath() {
        ScriptedPlan inner =
                ScriptedPlan.of("{name: 'r', type: 'raise', error: {type: 'no', status: 404, detail: 'd'}}");
        ScriptedPlan plan = ScriptedPlan.of("{name: 'p', type: 'plug', pipeline: 'inner'}")
                .plugs("inner", inner)
                .idempotency("{key: 1}");
        Failure first = bench.failure(plan, "{}");
        assertThat(first.members()).containsKey("path");
        assertThat(bench.failure(plan, "{}").problem()).isEqualTo(first.problem());
        assertThat(bench.claims.keys).containsExactly("1", "1");
    }

    @Test
    void keepsWhatOnErrorMadeOfAFailure() {
        bench.clients.fails("f", new IllegalStateException());
        ScriptedPlan plan = failing().onError("{transform: {sorry: '{% $error.code %}'}}");
        Outcome first = bench.run(plan, "{id: 1}");
        Outcome second = bench.run(plan, "{id: 1}");
        assertThat(completed(first))
                .isEqualTo(event("{id: 1, sorry: 'internal'}"))
                .isEqualTo(completed(second));
        assertThat(second.replayed()).isTrue();
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void keepsWhatWasCaught() {
        bench.clients.fails("f", new IllegalStateException());
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', catch: [{transform: {caught: true}}]}")
                .service("{}")
                .idempotency("{key: 1}");
        bench.run(plan, "{}");
        assertThat(completed(bench.run(plan, "{}"))).containsEntry("caught", true);
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void keepsAFailureWithWhatWasUndoneForIt() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of(
                        "{name: 'pay', service: 's.f', compensate: {service: 's.f'}}",
                        "{name: 'r', type: 'raise', error: {type: 'sold-out', status: 409, detail: 'no more'}}")
                .service("{}")
                .idempotency("{key: 1}");
        Failure first = bench.failure(plan, "{}");
        assertThat(first.members()).containsEntry("compensated", List.of("pay"));
        assertThat(bench.failure(plan, "{}").problem()).isEqualTo(first.problem());
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void doesAtLastNothingForACallThatDidNotBegin() {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan =
                ScriptedPlan.of().service("{}").lastly("{service: 's.f'}").idempotency("{key: '{% id %}'}");
        bench.run(plan, "{id: 1}");
        assertThat(bench.clients.calls).hasSize(1);
        assertThat(bench.run(plan, "{id: 1}").replayed()).isTrue();
        assertThat(bench.failure(plan, "{id: 1, x: 1}").code()).isEqualTo("idempotency-mismatch");
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void marksForTheTimeOfWhatIsDoneAtLastToo() {
        ScriptedPlan plan = ScriptedPlan.of()
                .lastly(Duration.ofSeconds(7), "{transform: {}}")
                .timeout(Duration.ofSeconds(5))
                .idempotency("{key: 1}");
        bench.run(plan, "{}");
        assertThat(bench.claims.times.get(0)).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void marksForTheTimeOfUndoingToo() {
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', compensate: {service: 's.f'}}")
                .service("{}")
                .timeout(Duration.ofSeconds(5))
                .idempotency("{key: 1}");
        bench.clients.answers("f", event("{}"));
        bench.run(plan, "{}");
        assertThat(bench.claims.times.get(0)).isEqualTo(Duration.ofSeconds(5 + 30 + 1));
    }

    @Test
    void keepsTheAnswerBehindWhatIsDoneAtLast() {
        bench.clients.does("f", answers::wait);
        ScriptedPlan plan =
                ScriptedPlan.of().service("{}").lastly("{service: 's.f'}").idempotency("{key: 1}");
        bench.start(plan, "{}");
        assertThat(bench.claims.asked).containsExactly("claim");
        answers.waiting.get(0).complete(event("{}"));
        assertThat(bench.claims.asked).containsExactly("claim", "finish");
        assertThat(bench.outcomes).hasSize(1);
    }

    @Test
    void answersResultsBesideWhatWasRaisedAgain() {
        ScriptedPlan plan = mixed(422);
        List<Outcome> first = List.copyOf(bench.all(plan, "{ns: [1, 2, 3]}"));
        List<Outcome> second = bench.all(plan, "{ns: [1, 2, 3]}");
        assertThat(EngineBench.results(second)).containsExactly(event("{n: 1}"), "odd-one", event("{n: 3}"));
        assertThat(EngineBench.results(first)).isEqualTo(EngineBench.results(second));
        assertThat(second).allMatch(Outcome::replayed);
    }

    @Test
    void keepsNoResultsBesideAFailureThatMayGo() {
        ScriptedPlan plan = mixed(503);
        bench.all(plan, "{ns: [1, 2, 3]}");
        assertThat(bench.all(plan, "{ns: [1, 2, 3]}")).noneMatch(Outcome::replayed);
        assertThat(bench.claims.asked).containsExactly("claim", "release", "claim", "release");
    }

    /** Raises where {@code n} is 2. */
    private static ScriptedPlan mixed(int status) {
        return ScriptedPlan.of(
                        "{type: 'composer', events: '{% ns.{\\\"n\\\": $} %}'}",
                        "{type: 'raise', condition: '{% n = 2 %}', error: {type: 'odd-one', status: " + status
                                + ", detail: 'd'}}")
                .idempotency("{key: 1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "settled"})
    void keepsWhatComesOutOfAFanOut(String mode) {
        bench.clients.answers("f", event("{}"));
        ScriptedPlan plan = ScriptedPlan.of("{type: 'map', items: '{% l %}', mode: '" + mode
                        + "', components: {service: 's.f'}, transform: {r: '{% results.item %}'}}")
                .service("{}")
                .idempotency("{key: 1}");
        bench.run(plan, "{l: [1, 2]}");
        assertThat(completed(bench.run(plan, "{l: [1, 2]}"))).containsEntry("r", List.of(1, 2));
        assertThat(bench.clients.calls).hasSize(2);
    }

    @Test
    void leavesTheMarkOfACancelledRunThatUndoesWhatItDid() {
        bench.clients.answers("f", event("{}")).does("g", answers::wait);
        ScriptedPlan plan = ScriptedPlan.of("{service: 's.f', compensate: {service: 's.f'}}", "{service: 's.g'}")
                .service(ScriptedPlan.service(
                        "s", Map.of("f", ScriptedPlan.function("{}"), "g", ScriptedPlan.function("{}"))))
                .idempotency("{key: 1}");
        bench.start(plan, "{}").cancel();
        bench.scheduler.runSoon();
        assertThat(bench.clients.calls).hasSize(3);
        assertThat(bench.failure(plan, "{}").code()).isEqualTo("in-progress");
        assertThat(bench.claims.asked).containsExactly("claim", "claim");
    }
}
