package dev.krakenflow.store.redis;

import static dev.krakenflow.store.testing.SamplePlans.definition;
import static dev.krakenflow.store.testing.SamplePlans.mark;
import static dev.krakenflow.store.testing.SamplePlans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Blobs go when nothing points to them, and only then. */
final class SweeperIT {

    private static final RecordKey ORDERS = RecordKey.pipeline("orders");
    private static final StoreBounds NO_GRACE = new StoreBounds(10, Duration.ZERO);

    private RedisServer server;
    private RedisClients clients;
    private PipelinedConnection connection;
    private RedisDefinitionStore store;
    private RedisDefinitionStore hasty;

    @BeforeEach
    void start() {
        server = RedisServer.start(RedisBinary.embedded());
        clients = new RedisClients(server);
        connection = clients.connection();
        store = clients.store();
        hasty = clients.store(NO_GRACE);
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void whatIsLiveStays() {
        define("first", 0);
        hasty.sweep().await().indefinitely();
        assertThat(blobs()).hasSize(2);
        assertThat(mark(await(store.load("orders")).plan())).isEqualTo("first");
        assertThat(await(store.read(List.of(ORDERS)))).containsOnlyKeys(ORDERS);
    }

    @Test
    void whatWasReplacedGoesAfterTheGrace() {
        define("first", 0);
        define("second", 1);
        assertThat(await(store.sweep())).isZero();
        assertThat(blobs()).hasSize(4);
        assertThat(await(hasty.sweep())).isEqualTo(2);
        assertThat(blobs()).hasSize(2);
        assertThat(mark(await(store.load("orders")).plan())).isEqualTo("second");
    }

    @Test
    void whatWasDeletedGoes() {
        define("first", 0);
        await(store.commit(new Change(Map.of(), Map.of(), List.of(), List.of(ORDERS), Map.of())));
        assertThat(await(hasty.sweep())).isEqualTo(2);
        assertThat(blobs()).isEmpty();
        assertThat(size(RedisKeys.UNREFERENCED)).isZero();
    }

    @Test
    void versionsStayUntilTheyAreTooMany() {
        for (int version = 1; version <= 22; version++) {
            define("mark-" + version, version - 1, version);
        }
        assertThat(await(hasty.sweep())).as("2 definitions, 21 plans").isEqualTo(23);
        assertThat(await(store.versions(ORDERS)))
                .extracting(DefinitionVersion::version)
                .startsWith(3L)
                .hasSize(20);
    }

    @Test
    void theVersionsOfWhatWasDeletedGo() {
        define("first", 0, 1);
        define("first", 1, 2);
        define("second", 2, 3);
        await(store.commit(new Change(Map.of(), Map.of(), List.of(), List.of(ORDERS), Map.of())));
        await(hasty.sweep());
        assertThat(blobs()).isEmpty();
        assertThat(size(RedisKeys.UNREFERENCED)).isZero();
    }

    @Test
    void theVersionThatWasThereBeforeVersionsWereKeptIsTheFirst() {
        define("first", 0, 7);
        await(connection.send(Request.cmd(Command.DEL).arg(RedisKeys.versions(Kind.PIPELINES))));
        assertThat(await(store.versions(ORDERS)))
                .containsExactly(new DefinitionVersion(7, definition("orders", "first"), null));
        define("second", 1, 8);
        await(hasty.sweep());
        assertThat(await(store.versions(ORDERS)))
                .extracting(DefinitionVersion::version)
                .containsExactly(7L, 8L);
        assertThat(await(store.versions(ORDERS)).get(0))
                .isEqualTo(new DefinitionVersion(7, definition("orders", "first"), null));
    }

    @Test
    void theSameBytesAgainKeepTheirBlobs() {
        define("first", 0);
        List<String> before = blobs();
        define("first", 1);
        await(hasty.sweep());
        assertThat(blobs()).isEqualTo(before);
        assertThat(mark(await(store.load("orders")).plan())).isEqualTo("first");
    }

    @Test
    void whatARefusedChangeWroteIsDueAtOnce() {
        define("first", 0);
        assertThat(await(store.commit(change("second", 7)))).isInstanceOf(Commit.Refused.class);
        assertThat(blobs()).hasSize(4);
        assertThat(await(store.sweep())).isEqualTo(2);
        assertThat(blobs()).hasSize(2);
    }

    @Test
    void whatAWriterThatDiedLeftBehindGoes() {
        await(new BlobWriter(connection).write(List.of(new Draft(Draft.PLAN, () -> new byte[] {1}))));
        assertThat(blobs()).hasSize(1);
        assertThat(await(hasty.sweep())).isEqualTo(1);
        assertThat(blobs()).isEmpty();
    }

    @Test
    void aFlipNeverPointsToWhatWasDoomed() {
        Change change = change("first", 0);
        List<String> keys = await(new BlobWriter(connection)
                .write(List.of(new Draft(Draft.DEFINITION, () -> new byte[] {1}), new Draft(Draft.PLAN, () ->
                        new byte[] {2}))));
        Script.of("doom.lua")
                .run(connection, List.of(RedisKeys.UNREFERENCED), List.of("0", "1"))
                .await()
                .indefinitely();
        Uni<Commit> flip = new Flip(connection, 10).run(change, keys.subList(0, 1), keys.subList(1, 2));
        assertThatThrownBy(() -> await(flip)).isInstanceOf(StoreUnavailableException.class);
        assertThat(await(store.read(List.of(ORDERS)))).isEmpty();
    }

    @Test
    void whatASweeperThatDiedDoomedIsSweptByTheNext() {
        define("first", 0);
        define("second", 1);
        Script.of("doom.lua")
                .run(connection, List.of(RedisKeys.UNREFERENCED), List.of("0", "10"))
                .await()
                .indefinitely();
        assertThat(await(store.sweep())).isEqualTo(2);
        assertThat(blobs()).hasSize(2);
    }

    @Test
    void sweepsManyInPieces() {
        for (int i = 0; i < 130; i++) {
            define("mark-" + i, i);
        }
        assertThat(await(hasty.sweep())).isEqualTo(258);
        assertThat(blobs()).hasSize(2);
    }

    private void define(String mark, long expected) {
        define(mark, expected, 1);
    }

    private void define(String mark, long expected, long version) {
        assertThat(await(store.commit(change(mark, expected, version)))).isInstanceOf(Commit.Committed.class);
    }

    private static Change change(String mark, long expected) {
        return change(mark, expected, 1);
    }

    private static Change change(String mark, long expected, long version) {
        Change.Put put = new Change.Put(ORDERS, definition("orders", mark), true, version, Set.of());
        return new Change(
                Map.of(ORDERS, expected), Map.of(), List.of(put), List.of(), Map.of("orders", plan("orders", mark)));
    }

    private List<String> blobs() {
        return await(connection.send(Request.cmd(Command.KEYS).arg("*"))).stream()
                .map(Response::toString)
                .filter(key -> !key.startsWith("{kraken}"))
                .sorted()
                .toList();
    }

    private int size(String sortedSet) {
        return await(connection.send(Request.cmd(Command.ZCARD).arg(sortedSet))).toInteger();
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
