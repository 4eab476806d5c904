package dev.krakenflow.client.http;

import static dev.krakenflow.client.http.testing.ScriptedSocketServer.writing;
import static dev.krakenflow.client.http.testing.ScriptedSocketServer.writingAndClosing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.client.http.testing.ScriptedSocketServer;
import dev.krakenflow.engine.client.ClientException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of servers that break the rules, or break. */
final class HttpFaultsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("garbage", "bad-response", writing("garbage\r\n\r\n")),
                fault("another protocol", "bad-response", writing("SSH-2.0-OpenSSH_9.6\r\n")),
                fault("an unknown version", "bad-response", writing("HTTP/3.7 200 OK\r\ncontent-length: 0\r\n\r\n")),
                fault("a length that is no number", "bad-response", writing(OK + "content-length: x\r\n\r\n")),
                fault("a negative length", "bad-response", writing(OK + "content-length: -1\r\n\r\n")),
                fault("two lengths", "bad-response", writing(OK + "content-length: 1\r\ncontent-length: 2\r\n\r\nab")),
                fault(
                        "a chunk size that is none",
                        "bad-response",
                        writing(OK + "transfer-encoding: chunked\r\n\r\nzz\r\n")),
                fault(
                        "a head that is too large",
                        "bad-response",
                        writing(OK + "x: " + "x".repeat(100_000) + "\r\n\r\n")),
                fault("too many bytes said", "bad-response", writing(OK + "content-length: 1001\r\n\r\n")),
                fault("too many bytes sent", "bad-response", writing(OK + "\r\n" + "x".repeat(1001))),
                fault("a switch of protocols", "bad-response", writing("HTTP/1.1 101 Switching\r\nupgrade: x\r\n\r\n")),
                fault("an early end of the head", "communication", writingAndClosing("HTTP/1.1 20")),
                fault(
                        "an early end of the body",
                        "communication",
                        writingAndClosing(OK + "content-length: 9\r\n\r\nab")),
                fault(
                        "an early end of the chunks",
                        "communication",
                        writingAndClosing(OK + "transfer-encoding: chunked\r\n\r\n5\r\nab")),
                fault("no answer", "communication", NetSocket::close));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void areFailuresAndTheConnectionIsNotUsedAgain(String name, String code, Handler<NetSocket> script)
            throws InterruptedException {
        try (ScriptedSocketServer server = new ScriptedSocketServer(vertx, script);
                OpenedClient client = open(server.url())) {
            assertThat(client.failure("/").failure().code()).isEqualTo(code);
            server.awaitClosedConnection();
        }
    }

    @Test
    void readsABodyThatEndsWithTheConnection() {
        try (ScriptedSocketServer server = new ScriptedSocketServer(vertx, writingAndClosing(OK + "\r\nabc"));
                OpenedClient client = open(server.url())) {
            assertThat(client.get("/").get("body")).isEqualTo("abc");
        }
    }

    @Test
    void doesNotTakeAnInterimAnswerForTheAnswer() {
        String interim = "HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n";
        try (ScriptedSocketServer server =
                        new ScriptedSocketServer(vertx, writing(interim + OK + "content-length: 3\r\n\r\nabc"));
                OpenedClient client = open(server.url())) {
            assertThat(client.get("/").get("body")).isEqualTo("abc");
        }
    }

    @Test
    void cannotReachAPortWithoutAServer() {
        NetServer gone = vertx.createNetServer().connectHandler(socket -> {});
        int port = gone.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        gone.close().toCompletionStage().toCompletableFuture().join();
        try (OpenedClient client = open("http://127.0.0.1:" + port)) {
            ClientException failure = client.failure("/");
            assertThat(failure.failure().code()).isEqualTo("communication");
            assertThat(failure.getCause()).isNotNull();
        }
    }

    @Test
    void readsOfAnEndlessAnswerNoMoreThanIsAllowed() throws InterruptedException {
        AtomicReference<ScriptedSocketServer> self = new AtomicReference<>();
        Handler<NetSocket> endless = socket -> {
            socket.write(OK + "\r\n");
            self.get().writeEndlessly(socket, Buffer.buffer(new byte[16 * 1024]));
        };
        try (ScriptedSocketServer server = new ScriptedSocketServer(vertx, endless);
                OpenedClient client = open(server.url())) {
            self.set(server);
            assertThat(client.failure("/").failure().code()).isEqualTo("bad-response");
            server.awaitClosedConnection();
            // What is more than allowed is what the buffers of the operating system took.
            assertThat(server.written()).isLessThan(1_000 + 12_000_000);
        }
    }

    @Test
    void letsGoOfAServerThatAnswersAndDoesNotRead() throws InterruptedException {
        Handler<NetSocket> deaf = socket -> {
            socket.pause();
            socket.write("HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n");
        };
        try (ScriptedSocketServer server = new ScriptedSocketServer(vertx, deaf);
                OpenedClient client = OpenedClient.open(vertx, Map.of("base_url", server.url(), "pool_size", 1))) {
            Map<String, Object> args = Map.of("method", "POST", "path", "/", "body", "x".repeat(30_000_000));
            assertThat(client.failure(args, Map.of()).failure().code()).isEqualTo("http.413");
            assertThat(client.failure(args, Map.of()).failure().code()).isEqualTo("http.413");
        }
    }

    private OpenedClient open(String url) {
        return OpenedClient.open(vertx, Map.of("base_url", url, "max_response", 1_000));
    }

    private static Arguments fault(String name, String code, Handler<NetSocket> script) {
        return Arguments.of(name, code, script);
    }
}
