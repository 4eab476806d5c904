package dev.krakenflow.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.store.StoreUnavailableException;
import dev.krakenflow.store.testing.RedisBinary;
import dev.krakenflow.store.testing.RedisServer;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PipelinedConnectionIT {

    private static final ConnectionLimits NARROW =
            new ConnectionLimits(Duration.ofSeconds(1), Duration.ofMillis(900), 10, Duration.ofMillis(100));

    private RedisServer server;
    private RedisClients clients;

    @BeforeEach
    void start() {
        server = RedisServer.start(RedisBinary.embedded());
        clients = new RedisClients(server);
    }

    @AfterEach
    void close() {
        clients.close();
        server.close();
    }

    @Test
    void thousandsOfCallersShareOneConnection() {
        PipelinedConnection connection = clients.connection();
        List<String> answers = await(Multi.createFrom()
                .range(0, 5_000)
                .onItem()
                .transformToUni(i -> connection.send(echo("m" + i)))
                .merge(500)
                .map(Response::toString)
                .collect()
                .asList());
        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 5_000).mapToObj(i -> "m" + i).toList());
        String clientList =
                await(connection.send(Request.cmd(Command.CLIENT).arg("LIST"))).toString();
        assertThat(clientList.lines()).hasSize(1);
    }

    @Test
    void answersStandInTheOrderOfTheRequests() {
        PipelinedConnection connection = clients.connection();
        List<Request> requests =
                IntStream.range(0, 100).mapToObj(i -> echo("m" + i)).toList();
        assertThat(await(connection.send(requests)).stream().map(Response::toString))
                .containsExactlyElementsOf(
                        IntStream.range(0, 100).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void nothingToSendIsAnsweredWithNothing() {
        assertThat(await(clients.connection().send(List.of()))).isEmpty();
    }

    @Test
    void moreThanMayWaitIsRefusedAtOnce() {
        PipelinedConnection connection = clients.connection(NARROW);
        List<Request> tooMany = IntStream.range(0, 11).mapToObj(i -> echo("m")).toList();
        assertThatThrownBy(() -> await(connection.send(tooMany))).isInstanceOf(StoreUnavailableException.class);
        assertThat(await(connection.send(echo("m"))).toString()).isEqualTo("m");
    }

    @Test
    void whatWasAnsweredWaitsNoMore() {
        PipelinedConnection connection = clients.connection(NARROW);
        List<Request> asManyAsMayWait =
                IntStream.range(0, 10).mapToObj(i -> echo("m")).toList();
        for (int i = 0; i < 5; i++) {
            assertThat(await(connection.send(asManyAsMayWait))).hasSize(10);
        }
    }

    @Test
    void anErrorOfRedisIsAFailureAndTheConnectionStays() {
        PipelinedConnection connection = clients.connection();
        String id = await(connection.send(clientId())).toString();
        assertThatThrownBy(() -> await(
                        connection.send(Request.cmd(Command.INCRBY).arg("k").arg("no number"))))
                .isInstanceOf(StoreUnavailableException.class)
                .hasRootCauseMessage("ERR value is not an integer or out of range");
        assertThat(await(connection.send(clientId())).toString()).isEqualTo(id);
    }

    @Test
    void aConnectionThatHungIsReplacedAndClosed() {
        PipelinedConnection connection = clients.connection();
        String id = await(connection.send(clientId())).toString();
        server.freeze();
        assertThatThrownBy(() -> await(connection.send(echo("m")))).isInstanceOf(StoreUnavailableException.class);
        server.thaw();
        assertThat(await(connection.send(clientId())).toString()).isNotEqualTo(id);
        assertThat(await(connection.send(Request.cmd(Command.CLIENT).arg("LIST")))
                        .toString()
                        .lines())
                .as("connections")
                .hasSize(1);
    }

    @Test
    void isOpenedAgainAfterItWasClosed() {
        PipelinedConnection connection = clients.connection();
        String id = await(connection.send(clientId())).toString();
        connection.close();
        assertThat(await(connection.send(clientId())).toString()).isNotEqualTo(id);
    }

    private static Request echo(String text) {
        return Request.cmd(Command.ECHO).arg(text);
    }

    private static Request clientId() {
        return Request.cmd(Command.CLIENT).arg("ID");
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(20));
    }
}
