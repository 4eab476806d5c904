package dev.krakenflow.function.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.testing.RecordingEngine;
import dev.krakenflow.function.pipeline.testing.ScriptedPlanStore;
import dev.krakenflow.function.pipeline.testing.ScriptedScheduler;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address and a type move from "old" to "new" in one change, of which the process reads the parts one by one. */
final class RoutedPlansTest {

    private static final Map<String, Object> EVENT = Map.of("type", "order");
    private static final List<String> SEGMENTS = List.of("orders");

    private final ScriptedScheduler time = new ScriptedScheduler();
    private final ScriptedPlanStore store = new ScriptedPlanStore();
    private final RecordingEngine engine = new RecordingEngine();
    private final PlanCache cache = new PlanCache(store, engine, time, Duration.ofSeconds(1), 100);
    private final RoutedPlans plans = new RoutedPlans(cache, Binding.NONE);

    @BeforeEach
    void isServedByTheOldOne() {
        store.claim("POST /orders", "old");
        store.route("order", "old");
        store.putTriggered("old", "POST", "/orders");
        store.putSilent("new");
        assertThat(byAddress()).isEqualTo("old");
        assertThat(byType()).isEqualTo("old");
    }

    @Test
    void isServedByTheNewOneWhenOnlyThePlansWereReadAgain() {
        moves();
        cache.refresh(List.of("old", "new"), false).await().indefinitely();
        assertThat(byAddress()).isEqualTo("new");
        assertThat(byType()).isEqualTo("new");
    }

    @Test
    void isServedByTheNewOneWhenOnlyTheRoutingWasReadAgain() {
        cache.find("new").await().indefinitely().release();
        moves();
        cache.refresh(List.of(), true).await().indefinitely();
        assertThat(byAddress()).isEqualTo("new");
        assertThat(byType()).isEqualTo("new");
    }

    @Test
    void isServedByTheOldOneAsLongAsNothingWasReadAgain() {
        moves();
        assertThat(byAddress()).isEqualTo("old");
        assertThat(byType()).isEqualTo("old");
    }

    @Test
    void goesOnAfterAnOlderClaim() {
        RoutingTable before = cache.routing().await().indefinitely();
        moves();
        cache.refresh(List.of("old", "new"), true).await().indefinitely();
        assertThat(byAddress(before)).isEqualTo("new");
    }

    @Test
    void isReadOnceAgainAndNotForEachWhoFindsNothing() {
        store.route("order", "nowhere");
        cache.refresh(List.of("old"), true).await().indefinitely();
        int routings = store.routings;
        for (int i = 0; i < 10; i++) {
            ask(plans.find(EVENT)).assertFailedWith(RequestException.class);
        }
        assertThat(store.routings).isEqualTo(routings);
        assertThat(store.loads).containsOnlyOnce("nowhere");
    }

    @Test
    void looksOnceForAPlanThatCannotBeUsed() {
        store.claim("GET /orders", "old");
        store.newer.add("old");
        cache.refresh(List.of(), true).await().indefinitely();
        for (int i = 0; i < 10; i++) {
            assertThat(refusal("GET")).isEqualTo("not-found");
        }
        assertThat(store.loads.stream().filter("old"::equals)).hasSize(2);
    }

    @Test
    void aListGoesOnToWhereItsTypesLead() {
        moves();
        cache.refresh(List.of("old", "new"), false).await().indefinitely();
        RoutedEvents<String> routed = ask(plans.findAll(List.of(EVENT, EVENT), Failure::code))
                .awaitItem()
                .getItem();
        assertThat(routed.events().pipelines()).containsExactly("new");
        assertThat(routed.plans().runners()).containsOnlyKeys("new");
        routed.plans().release();
    }

    @Test
    void holdsNoPlanThatItDidNotGive() {
        moves();
        cache.refresh(List.of("old", "new"), false).await().indefinitely();
        byAddress();
        store.delete("new");
        cache.refresh(List.of("new"), false).await().indefinitely();
        assertThat(engine.closed).hasSameSizeAs(engine.opened);
    }

    /** In one change. */
    private void moves() {
        store.claim("POST /orders", "new");
        store.route("order", "new");
        store.putTriggered("new", "POST", "/orders");
        store.delete("old");
    }

    private String byAddress() {
        return byAddress(cache.routing().await().indefinitely());
    }

    private String byAddress(RoutingTable table) {
        TriggerClaim claim = table.triggers().find("POST", SEGMENTS);
        return name(ask(plans.find(claim, table, "POST", SEGMENTS))
                .awaitItem()
                .getItem()
                .shared());
    }

    private String byType() {
        return name(ask(plans.find(EVENT)).awaitItem().getItem());
    }

    private String refusal(String method) {
        RoutingTable table = cache.routing().await().indefinitely();
        TriggerClaim claim = table.triggers().find(method, SEGMENTS);
        Throwable failure =
                ask(plans.find(claim, table, method, SEGMENTS)).awaitFailure().getFailure();
        return ((RequestException) failure).failure().code();
    }

    private static String name(SharedRunner shared) {
        shared.release();
        return shared.runner().plan().pipeline();
    }

    private static <T> UniAssertSubscriber<T> ask(Uni<T> uni) {
        return uni.subscribe().withSubscriber(UniAssertSubscriber.create());
    }
}
