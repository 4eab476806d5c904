package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many who want one memo while its store answers nothing. */
class MemoOutageTest {
    private static final Duration STORE_TIMEOUT = Duration.ofMillis(800);

    private final EngineBench bench = new EngineBench();

    private static ScriptedPlan sum(String more) {
        return ScriptedPlan.of("{type: 'composer', name: 'c', memo: 0, newMemo: '{% $memo + 1 %}',"
                + " events: ['{% {\\\"was\\\": $memo} %}']" + more + "}");
    }

    /** A store that is frozen: every operation fails after the time that it may take. */
    private Uni<?> frozen() {
        return Uni.createFrom()
                .emitter(emitter -> bench.scheduler.after(
                        STORE_TIMEOUT, () -> emitter.fail(new StoreUnavailableException("frozen", null))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", leased: true"})
    void whoWaitsFailsTogetherWithWhoFindsTheStoreUnavailable(String more) {
        bench.memos.waitFor(this::frozen);
        PlanRunner runner = bench.load(sum(more));
        for (int i = 0; i < 20; i++) {
            runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        }
        bench.scheduler.pass(STORE_TIMEOUT);
        assertThat(bench.outcomes).hasSize(20).allSatisfy(outcome -> {
            Failure failure = EngineBench.failed(outcome);
            assertThat(failure.code()).isEqualTo("store-unavailable");
            assertThat(failure.place().component()).isEqualTo("c");
            assertThat(failure.place().step()).isEqualTo("memo");
        });
        assertThat(bench.memos.asked).hasSize(1);
        assertThat(bench.scheduler.timers()).isZero();
    }

    @Test
    void whoComesAfterTheStoreWasUnavailableTriesAnew() {
        bench.memos.waitFor(this::frozen);
        PlanRunner runner = bench.load(sum(""));
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        runner.run(event("{}"), RunOptions.NONE, bench.outcomes::addAll);
        bench.scheduler.pass(STORE_TIMEOUT);
        assertThat(bench.outcomes).hasSize(2);
        bench.memos.waitFor(() -> Uni.createFrom().voidItem());
        assertThat(bench.result(sum(""), "{}")).isEqualTo(event("{was: 0}"));
    }
}
