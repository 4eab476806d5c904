package dev.krakenflow.engine.composition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.Outcome;
import dev.krakenflow.engine.RunOptions;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to plans at random, nothing is undone twice, and only what may have been done; when the run fails, or is
 * cancelled while a stage is under way, all of that is undone.
 */
class UndoneOnceTest {
    private static final int PLANS = 200;
    private static final long NEVER = Long.MAX_VALUE;
    private static final int[] MILLIS = {0, 0, 100, 200, 300};

    private EngineBench bench = new EngineBench();
    private Random random = new Random();
    private final List<Object> done = new ArrayList<>();
    private final List<Object> undone = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private int working;

    @ParameterizedTest
    @ValueSource(longs = {NEVER, 0, 50, 100, 150, 250, 350})
    void whateverIsInWhatever(long cancelledAfter) {
        int failed = 0;
        for (int seed = 1; seed <= PLANS; seed++) {
            begin(seed);
            run("plan " + seed, cancelledAfter);
            failed += outcomes.isEmpty() || outcomes.get(0) instanceof Outcome.Failed ? 1 : 0;
        }
        assertThat(failed).isBetween(PLANS / 10, PLANS * 9 / 10);
    }

    private void begin(int seed) {
        bench = new EngineBench();
        random = new Random(seed);
        done.clear();
        undone.clear();
        outcomes.clear();
        working = 0;
        bench.clients.does("work", this::work).does("undo", this::undo).answers("other", Map.of());
    }

    private void run(String what, long cancelledAfter) {
        ScriptedPlan plan = RandomPlan.of(random).timeout(Duration.ofSeconds(1));
        Cancellable run = bench.load(plan).run(Map.of(), RunOptions.NONE, outcomes::addAll);
        boolean cancelled = false;
        boolean stopped = false;
        if (cancelledAfter != NEVER) {
            bench.pass(cancelledAfter);
            cancelled = outcomes.isEmpty();
            stopped = working > 0;
            run.cancel();
        }
        bench.pass(60_000);
        assertThat(outcomes).as(what).hasSize(cancelled ? 0 : 1);
        assertThat(undone).as(what).doesNotHaveDuplicates();
        assertThat(done).as(what).containsAll(undone);
        if (stopped || (!cancelled && outcomes.get(0) instanceof Outcome.Failed)) {
            assertThat(undone).as(what).containsExactlyInAnyOrderElementsOf(done);
        }
        bench.assertNothingIsLeft();
    }

    private Uni<Object> work(Object args) {
        if (random.nextInt(8) == 0) {
            return Uni.createFrom().failure(ScriptedFailures.http(409));
        }
        done.add(args);
        working++;
        return later().onItemOrFailure()
                .invoke((item, failure) -> working--)
                .onCancellation()
                .invoke(() -> working--);
    }

    private Uni<Object> undo(Object args) {
        undone.add(args);
        return later();
    }

    private Uni<Object> later() {
        int millis = MILLIS[random.nextInt(MILLIS.length)];
        return millis == 0
                ? Uni.createFrom().item(Map.of())
                : bench.after(millis, Map.of()).apply(Map.of());
    }
}
