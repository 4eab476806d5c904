package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static dev.krakenflow.engine.testing.EngineBench.failed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Service;
import dev.krakenflow.policy.Permission;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedLimitedCallTest {
    private static final String SHARED = "{rate_limit: {limit: 3, window: 'PT1M', scope: 'shared'}}";
    private final EngineBench bench = new EngineBench();
    private final ScriptedPlan plan = plan(SHARED, "{}");

    @BeforeEach
    void answerAtOnce() {
        bench.clients.answers("f", event("{}"));
    }

    private static ScriptedPlan plan(String policies, String function) {
        Service service = ScriptedPlan.service("s", policies, Map.of("f", ScriptedPlan.function(function)));
        return ScriptedPlan.of("{service: 's.f'}").service(service);
    }

    @Test
    void asksTheStoreBeforeEachCall() {
        bench.result(plan, "{}");
        bench.result(plan("{}", SHARED), "{}");
        assertThat(bench.limits.asked).containsExactly("s 3 PT1M", "s/f 3 PT1M");
    }

    @Test
    void refusesACallThatTheStoreDoesNotGrant() {
        bench.limits.answers(Uni.createFrom().item(new Permission(false, Duration.ofMillis(2_100))));
        Failure failure = bench.failure(plan, "{}");
        assertThat(failure.code()).isEqualTo("rate-limited");
        assertThat(failure.retryAfter()).isEqualTo(3);
        assertThat(failure.attempts()).isZero();
        assertThat(bench.clients.calls).isEmpty();
    }

    @Test
    void makesAllCallsWhileTheStoreIsAway() {
        bench.limits.answers(Uni.createFrom().failure(() -> new StoreUnavailableException("away", null)));
        bench.result(plan, "{}");
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void waitsForTheStoreNoLongerThanThereIsTime() {
        bench.limits.answers(Uni.createFrom().nothing());
        bench.start(plan.timeout(Duration.ofSeconds(1)), "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(failed(bench.outcomes.get(0)).code()).isEqualTo("budget-exhausted");
        assertThat(bench.clients.calls).isEmpty();
    }

    @Test
    void makesNoCallAfterACancel() {
        bench.limits.answers(Uni.createFrom().nothing());
        Cancellable run = bench.start(plan, "{}");
        run.cancel();
        assertThat(bench.scheduler.timers()).isZero();
        bench.scheduler.pass(Duration.ofMinutes(1));
        assertThat(bench.outcomes).isEmpty();
    }
}
