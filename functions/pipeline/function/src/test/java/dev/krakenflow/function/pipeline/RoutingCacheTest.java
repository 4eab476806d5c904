package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.function.pipeline.testing.RecordingEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RoutingCacheTest {

    private static final Duration REFRESH = Duration.ofSeconds(1);

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final PlanCache cache = new PlanCache(store, new RecordingEngine(), time, REFRESH, 100);

    @Test
    void isReadOnceForAllWhoAskAtTheSameTime() {
        store.claim("GET /a", "p");
        store.hold();
        UniAssertSubscriber<RoutingTable> one = ask();
        UniAssertSubscriber<RoutingTable> other = ask();
        store.release();
        assertThat(other.awaitItem().getItem()).isSameAs(one.awaitItem().getItem());
        assertThat(pipeline()).isEqualTo("p");
        assertThat(store.routings).isEqualTo(1);
    }

    @Test
    void isReadAgainAfterAReadThatFailed() {
        store.away = true;
        ask().assertFailedWith(StoreUnavailableException.class);
        store.away = false;
        ask().assertCompleted();
    }

    @Test
    void isReadAgainWhenItChangedAndOnlyThen() {
        store.claim("GET /a", "p");
        assertThat(pipeline()).isEqualTo("p");
        store.put("p", true);
        time.pass(REFRESH);
        ask();
        assertThat(store.routings).isEqualTo(1);
        store.claim("GET /a", "q");
        time.pass(REFRESH);
        ask();
        assertThat(pipeline()).isEqualTo("q");
        assertThat(store.routings).isEqualTo(2);
    }

    @Test
    void goesOnAsItWasWithoutTheStore() {
        store.claim("GET /a", "p");
        ask();
        store.away = true;
        time.pass(REFRESH.multipliedBy(100));
        assertThat(pipeline()).isEqualTo("p");
    }

    @Test
    void isLiveBeforeARefreshEnds() {
        store.claim("GET /a", "p");
        ask();
        store.claim("GET /a", "q");
        cache.refresh(Set.of(), true).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(pipeline()).isEqualTo("q");
    }

    @Test
    void isNotReadBeforeAnybodyNeedsIt() {
        cache.refresh(Set.of(), true).subscribe().withSubscriber(UniAssertSubscriber.create());
        assertThat(store.routings).isZero();
    }

    @Test
    void keepsTheNewerOfTwoReadings() {
        store.claim("GET /a", "p");
        store.hold();
        UniAssertSubscriber<RoutingTable> early = ask();
        store.claim("GET /a", "q");
        cache.refresh(Set.of(), true).subscribe().withSubscriber(UniAssertSubscriber.create());
        store.release();
        early.awaitItem();
        assertThat(pipeline()).isEqualTo("q");
    }

    private String pipeline() {
        return ask().getItem().triggers().find("GET", List.of("a")).pipeline();
    }

    private UniAssertSubscriber<RoutingTable> ask() {
        return cache.routing().subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
