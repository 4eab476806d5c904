package dev.krakenflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.expression.Compiled;
import dev.krakenflow.expression.Condition;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Limits;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan endless() {
        return ScriptedPlan.of("{type: 'goto-point', name: 'p'}", "{type: 'goto', name: 'g', to: 0}");
    }

    private static Limits limits(long hops, long components) {
        return new Limits(MINUTE, 16, hops, components, 10);
    }

    @Test
    void stopsAnEventThatPassedTooManyComponents() {
        Failure failure = bench.failure(endless().limits(limits(7, 100)), "{}");
        assertThat(failure.code()).isEqualTo("loop-limit");
        assertThat(failure.status()).isEqualTo(500);
        assertThat(failure.place().component()).isEqualTo("g");
        assertThat(failure.place().instance()).isEqualTo("/components/1");
        assertThat(failure.detail()).isEqualTo("an event may pass 7 components (max_hops)");
    }

    @Test
    void stopsARunThatPassedTooManyComponents() {
        assertThat(bench.failure(endless().limits(limits(100, 6)), "{}").detail())
                .isEqualTo("a run may pass 6 components (max_components)");
    }

    @Test
    void letsPassAsManyAsTheLimitSays() {
        ScriptedPlan three = ScriptedPlan.of("{type: 'tbd'}", "{type: 'tbd'}", "{type: 'tbd'}");
        assertThat(bench.result(three.limits(limits(3, 3)), "{}")).isEmpty();
        assertThat(bench.failure(three.limits(limits(2, 3)), "{}").place().component())
                .isEqualTo("c2");
    }

    @Test
    void endsALoopThatWaitsForNothingWhenTheBudgetIsUsedUp() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        ScriptedPlan plan = endless().limits(new Limits(Duration.ofMillis(100), 1, 10_000_000, 10_000_000, 1));
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.status()).isEqualTo(504);
        assertThat(failure.place().pipeline()).isEqualTo("pipe");
        assertThat(failure.place().component()).isNull();
        assertThat(failure.place().instance()).isNull();
        assertThat(failure.detail()).isEqualTo("the run was not done within 100 ms");
    }

    @Test
    void theCallerCanOnlyShortenTheBudget() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        Limits limits = new Limits(Duration.ofMillis(100), 1, 10_000_000, 10_000_000, 1);
        assertThat(failureWithin(limits, 50).detail()).isEqualTo("the run was not done in the time its caller gives");
        assertThat(failureWithin(limits, 500).detail()).isEqualTo("the run was not done within 100 ms");
    }

    private Failure failureWithin(Limits limits, int millis) {
        long deadline = bench.scheduler.nanoTime() + Duration.ofMillis(millis).toNanos();
        RunOptions options = new RunOptions(false, deadline, Map.of(), null);
        return EngineBench.failed(bench.run(endless().limits(limits), "{}", options));
    }

    @Test
    void givesTheThreadBackAfterFiveMilliseconds() {
        bench.scheduler.passPerLook(Duration.ofMillis(1));
        bench.start(endless().limits(limits(1_000_000, 1_000_000)), "{}");
        assertThat(bench.outcomes).isEmpty();
        int turns = 1;
        while (bench.scheduler.runOne()) {
            turns++;
        }
        assertThat(bench.outcomes).hasSize(1);
        // 1,000,000 hops are 3,907 looks at the clock; a turn takes at most 5 of them, and some when it begins and ends
        assertThat(turns).isGreaterThan(3_907 / 6);
    }

    @Test
    void looksAtTheClockAfterEveryComponentThatIsSlow() {
        ScriptedPlan plan =
                ScriptedPlan.of("{transform: {x: '{% 1 %}'}}", "{transform: {y: 1}}", "{transform: {z: 1}}");
        bench.scheduler.passPerLook(Duration.ofMillis(6));
        bench.start(plan, "{}");
        int turns = 1;
        while (bench.scheduler.runOne()) {
            turns++;
        }
        assertThat(turns).isGreaterThanOrEqualTo(3);
        assertThat(EngineBench.completed(bench.outcomes.get(0))).hasSize(3);
    }

    @Test
    void looksAtTheClockAfterAFewComponentsThatAreFast() {
        String[] stages = new String[100];
        Arrays.fill(stages, "{transform: {x: '{% 1 %}'}}");
        bench.run(ScriptedPlan.of(stages), "{}");
        assertThat(bench.scheduler.looks()).isBetween(100 / 4, 100 / 3);
    }

    @Test
    void anExpressionThatIsStoppedByTheBudgetIsABudgetThatIsUsedUp() {
        EngineBench slow = new EngineBench(new StoppedExpressions());
        Failure failure =
                slow.failure(ScriptedPlan.of("{name: 'a', transform: {x: 1}}").timeout(Duration.ZERO), "{}");
        assertThat(failure.code()).isEqualTo("budget-exhausted");
        assertThat(failure.place().component()).isEqualTo("a");
        assertThat(failure.place().step()).isEqualTo("transform");
    }

    @Test
    void anExpressionThatIsStoppedByTheTimeoutOfItsStageIsATimeout() {
        EngineBench slow = new EngineBench(new StoppedExpressions());
        Failure failure = slow.failure(ScriptedPlan.of("{timeout: 'PT0S', transform: {x: 1}}"), "{}");
        assertThat(failure.code()).isEqualTo("timeout");
        assertThat(failure.place().step()).isEqualTo("transform");
    }

    /** Every evaluation is stopped by its deadline. */
    private static final class StoppedExpressions implements Expressions {
        @Override
        public Compiled<Template> template(JsonNode json, Scope scope) {
            Template stopped = (input, evaluation) -> {
                throw new ExpressionException("time is up", null);
            };
            return new Compiled<>(stopped, List.of(), List.of());
        }

        @Override
        public Compiled<Condition> condition(JsonNode json, Scope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Compiled<Template> function(String name, Scope scope) {
            throw new UnsupportedOperationException();
        }
    }
}
