package dev.krakenflow.store.redis;

import static dev.krakenflow.store.testing.SamplePlans.definition;
import static dev.krakenflow.store.testing.SamplePlans.mark;
import static dev.krakenflow.store.testing.SamplePlans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Redis goes away while it is used, and comes back: with everything, with nothing, or with less than was read. */
@ParameterizedClass
@MethodSource("binaries")
final class StoreOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RedisServer server;
    private final RedisClients clients;
    private final PipelinedConnection connection;
    private final DefinitionStore store;

    StoreOutageIT(RedisBinary binary) {
        server = RedisServer.startDurable(binary);
        clients = new RedisClients(server);
        connection = clients.connection();
        store = new RedisDefinitionStore(connection);
    }

    static List<RedisBinary> binaries() {
        return RedisBinary.all();
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void saysWithinASecondThatRedisIsAwayAndWorksWhenItIsBack() {
        define("first");
        server.stop();
        requireUnavailable(() -> store.load("orders"));
        requireUnavailable(() -> store.commit(change("second")));
        requireUnavailable(() -> store.changesSince(new Position("any", 1)));
        requireUnavailable(store::ping);
        server.startAgain();
        awaitAnswer();
        assertThat(mark(load().plan())).isEqualTo("first");
        define("second");
        assertThat(mark(load().plan())).isEqualTo("second");
    }

    @Test
    void saysWithinASecondThatRedisHangsAndWorksWhenItGoesOn() {
        define("first");
        server.freeze();
        try {
            requireUnavailable(() -> store.load("orders"));
            requireUnavailable(() -> store.commit(change("second")));
        } finally {
            server.thaw();
        }
        awaitAnswer();
        assertThat(mark(load().plan())).isEqualTo("first");
        define("second");
        assertThat(mark(load().plan())).isEqualTo("second");
    }

    @Test
    void aReadWhoseConnectionIsTakenByAnEarlierOneThatHungGivesUpInTimeToo() {
        define("first");
        server.freeze();
        try {
            store.ping().subscribe().with(answered -> {}, unavailable -> {});
            Uni<Void> whileTheFirstHangs =
                    Uni.createFrom().voidItem().onItem().delayIt().by(Duration.ofMillis(600));
            await(whileTheFirstHangs);
            requireUnavailable(() -> store.load("orders"));
        } finally {
            server.thaw();
        }
    }

    @Test
    void aReadOnAConnectionThatWasLostIsAnsweredByTheNextOne() {
        define("first");
        server.stop();
        server.startAgain();
        assertThat(mark(load().plan())).isEqualTo("first");
    }

    @Test
    void scriptsThatRedisForgotAreSentAgain() {
        define("first");
        await(connection.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));
        define("second");
        assertThat(mark(load().plan())).isEqualTo("second");
    }

    @Test
    void anEmptiedStoreHasAnotherEpoch() {
        define("first");
        Position before = load().position();
        await(connection.send(Request.cmd(Command.FLUSHALL)));
        assertThat(await(store.changesSince(before)).everything()).isTrue();
        assertThat(load().plan()).isNull();
        define("again");
        assertThat(await(store.changesSince(before)).everything()).isTrue();
        assertThat(load().position().epoch()).isNotEqualTo(before.epoch());
    }

    @Test
    void aRestartThatLostNothingChangesNothingUntilTheNextCommit() {
        define("first");
        Position before = load().position();
        server.stop();
        server.startAgain();
        awaitAnswer();
        PipelineChanges changes = await(store.changesSince(before));
        assertThat(changes.everything()).isFalse();
        assertThat(changes.pipelines()).isEmpty();
        define("second");
        assertThat(await(store.changesSince(before)).everything()).isTrue();
    }

    private void define(String mark) {
        assertThat(await(store.commit(change(mark)))).isInstanceOf(Commit.Committed.class);
    }

    private static Change change(String mark) {
        Change.Put put = new Change.Put(RecordKey.pipeline("orders"), definition("orders", mark), true, 1, Set.of());
        return new Change(Map.of(), Map.of(), List.of(put), List.of(), Map.of("orders", plan("orders", mark)));
    }

    private LivePlan load() {
        return await(store.load("orders"));
    }

    private void awaitAnswer() {
        store.ping()
                .onFailure(StoreUnavailableException.class)
                .retry()
                .withBackOff(Duration.ofMillis(50), Duration.ofMillis(100))
                .expireIn(PATIENCE.toMillis())
                .await()
                .atMost(PATIENCE);
    }

    private static void requireUnavailable(Supplier<Uni<?>> use) {
        assertThatThrownBy(() -> use.get().await().atMost(Duration.ofSeconds(1)))
                .isInstanceOf(StoreUnavailableException.class);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(PATIENCE);
    }
}
