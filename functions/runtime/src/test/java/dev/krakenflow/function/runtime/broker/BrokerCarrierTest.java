package dev.krakenflow.function.runtime.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.function.runtime.VertxScheduler;
import dev.krakenflow.function.runtime.broker.testing.ScriptedBroker;
import dev.krakenflow.function.runtime.broker.testing.ScriptedBroker.Posted;
import dev.krakenflow.function.runtime.broker.testing.ScriptedKeptCasts;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.carried.CarriedCastQueue;
import dev.krakenflow.store.memory.MemoryCastStates;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BrokerCarrierTest {

    private static final Map<String, String> TRACING = Map.of("traceparent", "00-1-2-01");

    private final Vertx vertx = Vertx.vertx();
    private final ScriptedBroker broker = new ScriptedBroker(vertx);
    private final CastStates states = new MemoryCastStates();
    private final ScriptedKeptCasts dead = new ScriptedKeptCasts();
    private final CastQueue queue = new CarriedCastQueue(states, carrier(broker.address()));

    private BrokerCarrier carrier(URI address) {
        BrokerClient client = new BrokerClient(vertx, new VertxScheduler(vertx), address);
        return new BrokerCarrier(client, states, dead, 10_000);
    }

    @AfterEach
    void close() {
        broker.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void postsEachEventAsACloudEvent() {
        assertThat(offer("or-ders", "a", "b").references()).containsExactly(reference("a"), reference("b"));
        assertThat(broker.posted).hasSize(2);
        Posted first = posted(reference("a"));
        assertThat(first.path()).isEqualTo("/shop/default");
        assertThat(first.headers().get("ce-specversion")).isEqualTo("1.0");
        assertThat(first.headers().get("ce-type")).isEqualTo("dev.krakenflow.cast");
        assertThat(first.headers().get("ce-source")).isEqualTo("/pipelines/or-ders");
        assertThat(first.headers().get("ce-subject")).isEqualTo("or-ders");
        assertThat(first.headers().get("content-type")).isEqualTo("application/json");
        assertThat(first.headers().get("traceparent")).isEqualTo("00-1-2-01");
        CastMessage message = CastMessage.read(first.body().getBytes(UTF_8));
        assertThat(message.pipeline()).isEqualTo("or-ders");
        assertThat(message.tracing()).isEqualTo(TRACING);
        assertThat(message.events().get(0).json()).asString(UTF_8).isEqualTo("{\"x\":\"a\"}");
        assertThat(find("a")).isInstanceOf(CastState.Pending.class);
    }

    @Test
    void postsAgainWhatTheBrokerDoesNotTake() {
        broker.refuses(2, 503);
        offer("orders", "a");
        assertThat(broker.posted)
                .hasSize(3)
                .extracting(it -> it.headers().get("ce-id"))
                .containsOnly(reference("a"));
    }

    @Test
    void failsWhereTheBrokerTakesNothing() {
        broker.refuses(100, 404);
        assertThatThrownBy(() -> offer("orders", "a"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the broker of casts answers 404");
        broker.close();
        assertThatThrownBy(() -> offer("orders", "a"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage("the broker of casts does not answer");
    }

    @Test
    void redrivesWhatIsDeadButNotWhatIsDone() {
        CastMessage kept = new CastMessage("orders", List.of(event("a"), event("b")), TRACING);
        await(states.settle(
                kept.references(),
                Map.of(reference("a"), new CastState.Dead(new byte[0]), reference("b"), CastState.done(new byte[0]))));
        await(dead.keep(kept));
        await(dead.keep(new CastMessage("other", List.of(event("c")), TRACING)));
        assertThat(await(queue.redrive("orders"))).isEqualTo(1);
        CastMessage sent = CastMessage.read(broker.posted.get(0).body().getBytes(UTF_8));
        assertThat(sent.references()).containsExactly(reference("a"));
        assertThat(find("a")).isInstanceOf(CastState.Pending.class);
        assertThat(await(queue.redrive("orders"))).isZero();
        assertThat(await(dead.count("other"))).isOne();
    }

    @Test
    void keepsWhatItCannotRedrive() {
        await(dead.keep(new CastMessage("orders", List.of(event("a")), TRACING)));
        broker.refuses(100, 500);
        assertThatThrownBy(() -> await(queue.redrive("orders"))).isInstanceOf(StoreUnavailableException.class);
        assertThat(await(dead.count("orders"))).isOne();
    }

    @Test
    void forgetsWhatIsDead() {
        await(dead.keep(new CastMessage("orders", List.of(event("a")), TRACING)));
        await(queue.forget("orders"));
        assertThat(await(queue.redrive("orders"))).isZero();
    }

    @Test
    void isNotMadeForWhatIsNoAddress() {
        for (String address : List.of("broker", "ftp://broker/", "/shop/default")) {
            assertThatThrownBy(() -> carrier(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Acceptance.Accepted offer(String pipeline, String... names) {
        List<CastEvent> events = Stream.of(names).map(BrokerCarrierTest::event).toList();
        return (Acceptance.Accepted) await(queue.offer(new Cast(pipeline, events, false, TRACING)));
    }

    private Posted posted(String id) {
        return broker.posted.stream()
                .filter(it -> it.headers().get("ce-id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private CastState find(String name) {
        return await(states.find(reference(name)));
    }

    private static CastEvent event(String name) {
        return new CastEvent(reference(name), ("{\"x\":\"" + name + "\"}").getBytes(UTF_8), null, null);
    }

    private static String reference(String name) {
        return name.repeat(32);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(30));
    }
}
