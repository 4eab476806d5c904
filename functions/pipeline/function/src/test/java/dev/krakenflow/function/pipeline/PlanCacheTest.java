package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.testing.RecordingEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PlanCacheTest {

    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final RecordingEngine engine = new RecordingEngine();
    private final AtomicLong wallMillis = new AtomicLong(1_000_000);
    private final PlanCache cache =
            new PlanCache(store, engine, time, () -> Instant.ofEpochMilli(wallMillis.get()), REFRESH, 100);

    @Test
    void loadsAPlanOnceForAllWhoAskAtTheSameTime() {
        Plan plan = store.put("a", true);
        store.hold();
        UniAssertSubscriber<SharedRunner> one = ask("a");
        UniAssertSubscriber<SharedRunner> other = ask("a");
        store.release();
        assertThat(one.awaitItem().getItem().runner().plan()).isSameAs(plan);
        assertThat(other.awaitItem().getItem()).isSameAs(one.getItem());
        assertThat(store.loads).containsExactly("a");
    }

    @Test
    void loadsAgainAfterALoadThatFailed() {
        store.put("a", true);
        store.away = true;
        ask("a").assertFailedWith(StoreUnavailableException.class);
        store.away = false;
        assertThat(ask("a").getItem()).isNotNull();
    }

    @Test
    void tellsWhatIsUndefinedFromWhatIsNotStarted() {
        store.put("stopped", false);
        assertThat(code("nowhere")).isEqualTo("pipeline-undefined");
        assertThat(code("stopped")).isEqualTo("pipeline-not-ready");
        assertThat(code("no name at all")).isEqualTo("pipeline-undefined");
        assertThat(store.loads).containsExactly("nowhere", "stopped");
    }

    @Test
    void remembersForOneRefreshThatThereIsNoSuchPipeline() {
        code("later");
        store.put("later", true);
        assertThat(code("later")).isEqualTo("pipeline-undefined");
        time.pass(REFRESH);
        assertThat(ask("later").getItem()).isNotNull();
    }

    @Test
    void asksForChangesAtMostOncePerRefresh() {
        store.put("a", true);
        for (int i = 0; i < 50; i++) {
            ask("a").assertCompleted();
            time.pass(Duration.ofMillis(100));
        }
        assertThat(store.checks).isEqualTo(4);
        assertThat(store.loads).containsExactly("a");
    }

    @Test
    void goesOnWithTheOldPlanWhileANewerOneIsLoaded() {
        Plan old = store.put("a", true);
        ask("a");
        Plan fresh = store.put("a", true);
        time.pass(REFRESH);
        store.hold();
        assertThat(ask("a").getItem().runner().plan()).isSameAs(old);
        store.release();
        assertThat(ask("a").getItem().runner().plan()).isSameAs(fresh);
    }

    @Test
    void loadsEverythingAgainFromAnotherStore() {
        store.put("a", true);
        store.put("b", true);
        ask("a");
        ask("b");
        store.epoch = "two";
        time.pass(REFRESH);
        ask("a");
        assertThat(store.loads).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void loadsAChangeAgainWhenItCouldNotBeLoadedAtFirst() {
        store.put("a", true);
        ask("a");
        Plan fresh = store.put("a", true);
        store.away = true;
        time.pass(REFRESH);
        ask("a").assertCompleted();
        store.away = false;
        time.pass(REFRESH);
        ask("a");
        assertThat(ask("a").getItem().runner().plan()).isSameAs(fresh);
    }

    @Test
    void aPlanOfANewerVersionKeepsNoOtherPipelineFromBeingFresh() {
        Plan old = store.put("a", true);
        store.put("b", true);
        ask("a");
        ask("b");
        store.put("a", true);
        Plan fresh = store.put("b", true);
        store.newer.add("a");
        time.pass(REFRESH);
        ask("b");
        assertThat(ask("b").getItem().runner().plan()).isSameAs(fresh);
        assertThat(ask("a").getItem().runner().plan()).isSameAs(old);
        time.pass(REFRESH);
        ask("a");
        assertThat(store.loads).containsExactlyInAnyOrder("a", "b", "a", "b");
    }

    @Test
    void waitsForACheckAfterASilenceThatOnlyTheClockOnTheWallHasSeen() {
        store.put("a", true);
        ask("a").assertCompleted();
        Plan changed = store.put("a", true);
        wallMillis.addAndGet(Duration.ofMinutes(5).toMillis());
        store.hold();
        UniAssertSubscriber<SharedRunner> thawed = ask("a").assertNotTerminated();
        store.release();
        assertThat(thawed.awaitItem().getItem().runner().plan()).isSameAs(changed);
    }

    @Test
    void waitsForACheckAfterALongSilence() {
        store.put("a", true);
        ask("a");
        Plan fresh = store.put("a", true);
        time.pass(REFRESH.multipliedBy(11));
        store.hold();
        UniAssertSubscriber<SharedRunner> waiting = ask("a");
        waiting.assertNotTerminated();
        store.release();
        store.release();
        assertThat(waiting.awaitItem().getItem().runner().plan()).isSameAs(fresh);
    }

    @Test
    void waitsNotLongForAStoreThatDoesNotAnswer() {
        Plan old = store.put("a", true);
        ask("a");
        time.pass(REFRESH.multipliedBy(11));
        store.hold();
        UniAssertSubscriber<SharedRunner> waiting = ask("a");
        time.pass(Duration.ofMillis(99));
        waiting.assertNotTerminated();
        time.pass(Duration.ofMillis(1));
        assertThat(waiting.awaitItem().getItem().runner().plan()).isSameAs(old);
    }

    @Test
    void goesOnWithoutTheStore() {
        store.put("a", true);
        ask("a");
        store.away = true;
        time.pass(REFRESH.multipliedBy(100));
        ask("a").assertCompleted();
        ask("b").assertFailedWith(StoreUnavailableException.class);
    }

    @Test
    void makesAChangeLiveBeforeARefreshEnds() {
        store.put("a", true);
        ask("a");
        Plan fresh = store.put("a", true);
        cache.refresh(Set.of("a", "never-asked-for"), false).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(ask("a").getItem().runner().plan()).isSameAs(fresh);
        assertThat(store.loads).containsExactly("a", "a");
    }

    @Test
    void closesADroppedRunnerWhenItsLastUserIsDone() {
        Plan old = store.put("a", true);
        SharedRunner used = ask("a").getItem();
        store.put("a", true);
        cache.refresh(Set.of("a"), false).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(engine.closed).isEmpty();
        used.release();
        assertThat(engine.closed).containsExactly(old);
    }

    @Test
    void keepsNoMorePlansThanItMay() {
        for (int i = 0; i < 150; i++) {
            store.put("p" + i, true);
            ask("p" + i).getItem().release();
            time.pass(Duration.ofMillis(1));
        }
        assertThat(engine.opened.size() - engine.closed.size()).isLessThanOrEqualTo(100);
        ask("p149").assertCompleted();
        assertThat(store.loads).hasSize(150);
    }

    private UniAssertSubscriber<SharedRunner> ask(String pipeline) {
        return cache.find(pipeline).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private String code(String pipeline) {
        Throwable failure = ask(pipeline).assertFailed().getFailure();
        return ((RequestException) failure).failure().code();
    }
}
