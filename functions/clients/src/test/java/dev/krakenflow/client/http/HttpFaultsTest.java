package dev.krakenflow.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.faults.Fault;
import dev.krakenflow.client.http.testing.faults.FaultServer;
import dev.krakenflow.client.http.testing.faults.Faults;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.json.JsonNull;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of servers that break the rules, or break. */
final class HttpFaultsTest {
    private static final Map<String, Object> OPTIONS = Map.of("follow_redirects", true);

    private final Vertx vertx = Vertx.vertx();
    private final FaultServer server = FaultServer.start();
    private final OpenedClient client =
            OpenedClient.open(vertx, Map.of("base_url", server.url(), "pool_size", 1, "max_response", 100_000));

    @AfterEach
    void close() {
        client.close();
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static List<Fault> ends() {
        return Faults.ends();
    }

    static List<Fault> waits() {
        return Faults.waits();
    }

    static List<Fault> harmless() {
        return Faults.harmless();
    }

    static List<Fault> partings() {
        return Faults.partings();
    }

    @ParameterizedTest
    @MethodSource("ends")
    void fail(Fault fault) throws InterruptedException {
        ClientException failure = client.failure(Map.of("path", "/it/" + fault), OPTIONS);
        assertThat(failure.failure().code()).isEqualTo(fault.outcome());
        assertThat(failure.isUnsent()).isFalse();
        server.traffic("it").awaitQuiet();
        assertTheNextCallIsAnswered();
    }

    @ParameterizedTest
    @MethodSource("waits")
    void areResetWhenTheCallIsCancelled(Fault fault) throws InterruptedException {
        Cancellable call =
                client.uni(Map.of("path", "/it/" + fault), OPTIONS).subscribe().with(item -> {}, failure -> {});
        server.traffic("it").awaitRequests(1);
        call.cancel();
        server.traffic("it").awaitResets(1);
        assertTheNextCallIsAnswered();
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void areNoneWhereTheAnswerIsWhole(Fault fault) throws InterruptedException {
        assertThat(client.get("/it/" + fault).get("body")).isEqualTo(Map.of("key", "it"));
        server.traffic("it").awaitQuiet();
        assertTheNextCallIsAnswered();
    }

    /** A call may be sent at the very moment at which the server ends the connection; the one behind it is not. */
    @ParameterizedTest
    @MethodSource("partings")
    void costOneCallAtMostWhenTheyComeBetweenCalls(Fault fault) {
        assertThat(client.get("/it/" + fault).get("body")).isEqualTo(Map.of("key", "it"));
        client.uni(Map.of("path", "/next/well"), OPTIONS)
                .onFailure(ClientException.class)
                .recoverWithNull()
                .await()
                .atMost(Duration.ofSeconds(20));
        assertTheNextCallIsAnswered();
    }

    @Test
    void doesNotTakeTheBodyOfAnEmptyAnswerForTheNextOne() {
        assertThat(client.get("/it/status-204-with-body").get("body")).isEqualTo(JsonNull.VALUE);
        assertTheNextCallIsAnswered();
    }

    @Test
    void readsOfAnEndlessAnswerNoMoreThanIsAllowed() throws InterruptedException {
        client.failure("/it/endless-body");
        server.traffic("it").awaitResets(1);
        // What is more than allowed is what the buffers of the operating system took.
        assertThat(server.traffic("it").written()).isLessThan(12_000_000);
    }

    @Test
    void cannotReachAPortWithoutAServer() {
        server.close();
        ClientException failure = client.failure("/it/well");
        assertThat(failure.failure().code()).isEqualTo("communication");
        assertThat(failure.isUnsent()).isTrue();
        assertThat(failure.getCause()).isNotNull();
    }

    @Test
    void letsGoOfAServerThatAnswersAndDoesNotRead() {
        NetServer deaf = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(first -> {
                    socket.pause();
                    socket.write("HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n");
                }));
        int port = deaf.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        Map<String, Object> start = Map.of("base_url", "http://127.0.0.1:" + port, "pool_size", 1);
        try (OpenedClient caller = OpenedClient.open(vertx, start)) {
            Map<String, Object> args = Map.of("method", "POST", "path", "/", "body", "x".repeat(30_000_000));
            assertThat(caller.failure(args, Map.of()).failure().code()).isEqualTo("http.413");
            assertThat(caller.failure(args, Map.of()).failure().code()).isEqualTo("http.413");
        }
    }

    private void assertTheNextCallIsAnswered() {
        assertThat(client.get("/next/well").get("body")).isEqualTo(Map.of("key", "next"));
    }
}
