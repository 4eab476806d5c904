package dev.krakenflow.function.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.testing.EchoingAnswer;
import dev.krakenflow.function.http.testing.FrontDoorServer;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class StreamsTest {

    private static final String HEAD =
            "POST /streams/%s HTTP/1.1\r\nhost: x\r\nauthorization: Bearer t0ken\r\ntransfer-encoding: chunked\r\n%s\r\n";

    /** Megabytes, more than the buffers of a connection hold. */
    private static final int MUCH = 48;

    private final EchoingAnswer echo = new EchoingAnswer();

    private final Surface data = new Surface(
            Access.DATA,
            List.of(
                    Endpoint.streamed("POST", "/streams/{name}", this::open),
                    Endpoint.streamed("POST", "/broken", request -> {
                        throw new IllegalStateException("a secret of nobody's business");
                    })),
            Set.of());

    private final FrontDoorServer server =
            new FrontDoorServer(new TokenGuard(Optional.empty(), Optional.of(Token.of("t0ken"))), data);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersWhileTheBodyIsOpen() throws IOException {
        try (Socket socket = connect("echo", "")) {
            assertThat(readUntil(socket, "\r\n\r\n")).contains("200 OK", "text/x-echo");
            for (String piece : List.of("one", "two", "three")) {
                send(socket, piece);
                readUntil(socket, piece);
            }
            send(socket, "");
            readUntil(socket, "bye");
        }
    }

    @Test
    void letsTheConnectionGoOnBehindAStream() throws IOException {
        try (Socket socket = connect("echo", "")) {
            send(socket, "first");
            send(socket, "");
            readUntil(socket, "0\r\n\r\n");
            socket.getOutputStream()
                    .write(
                            "POST /nowhere HTTP/1.1\r\nhost: x\r\nauthorization: Bearer t0ken\r\ncontent-length: 0\r\n\r\n"
                                    .getBytes(UTF_8));
            assertThat(readUntil(socket, "not-found")).contains("404");
        }
    }

    @Test
    void endsTheConnectionWithTheAnswerWhereChunksAreNotKnown() throws IOException {
        for (String connection : List.of("", "connection: keep-alive\r\n")) {
            try (Socket socket = server.connect()) {
                socket.setSoTimeout(10_000);
                String head =
                        "POST /streams/echo HTTP/1.0\r\nauthorization: Bearer t0ken\r\n%scontent-length: 5\r\n\r\n";
                socket.getOutputStream().write((head.formatted(connection) + "piece").getBytes(UTF_8));
                String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
                assertThat(answer).contains("200 OK", "text/x-echo").endsWith("\r\n\r\npiecebye");
            }
        }
    }

    @Test
    void asksForTheBodyOfWhoWaitsToBeAsked() throws IOException {
        try (Socket socket = connect("echo", "expect: 100-continue\r\n")) {
            readUntil(socket, "100 Continue");
            send(socket, "here");
            readUntil(socket, "here");
        }
    }

    @Test
    void refusesWithAStatusWhatIsRefusedBeforeItBegins() {
        HttpResponse<String> answer = server.send(post("/streams/refused").header("authorization", "Bearer t0ken"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(server.send(post("/streams/echo")).statusCode()).isEqualTo(401);
        assertThat(server.send(post("/broken").header("authorization", "Bearer t0ken")))
                .satisfies(broken -> assertThat(broken.statusCode()).isEqualTo(500))
                .satisfies(broken -> assertThat(broken.body()).doesNotContain("secret"));
    }

    @Test
    void tellsWhenTheCallerHasGone() throws Exception {
        try (Socket socket = connect("echo", "")) {
            send(socket, "here");
            readUntil(socket, "here");
        }
        echo.gone.get(10, TimeUnit.SECONDS);
        server.traffic.close(Duration.ofSeconds(10));
    }

    @Test
    void cutsWhatDoesNotEndBeforeTheProcess() throws Exception {
        try (Socket socket = connect("echo", "")) {
            echo.begun.get(10, TimeUnit.SECONDS);
            server.traffic.close(Duration.ofMillis(1));
            readUntil(socket, "cut");
        }
    }

    @Test
    void waitsForWhatEndsBeforeTheProcess() throws Exception {
        try (Socket socket = connect("echo", "")) {
            send(socket, "");
            readUntil(socket, "bye");
            server.traffic.close(Duration.ofSeconds(10));
        }
    }

    @Test
    void closesTheConnectionOfAnAnswerThatIsNotWhole() throws Exception {
        try (Socket socket = connect("echo", "")) {
            Duplex duplex = echo.begun.get(10, TimeUnit.SECONDS);
            duplex.onItsLoop(duplex::abort);
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200").doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void breaksOffWithoutWaitingForACallerWhoDoesNotRead() throws Exception {
        try (Socket socket = connect("echo", "")) {
            Duplex duplex = echo.begun.get(10, TimeUnit.SECONDS);
            CompletableFuture<Void> broken = new CompletableFuture<>();
            duplex.onItsLoop(() -> {
                for (int i = 0; i < MUCH; i++) {
                    duplex.write(new byte[1024 * 1024]);
                }
                duplex.abort();
                broken.complete(null);
            });
            broken.get(10, TimeUnit.SECONDS);
            long read = socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            assertThat(read).isLessThan(MUCH * 1024L * 1024L);
        }
    }

    private Uni<StreamedAnswer> open(Request request) {
        return request.parameter("name").equals("echo")
                ? Uni.createFrom().item(echo)
                : Uni.createFrom().failure(RequestException.of(FailureCode.PIPELINE_NOT_READY, "not started"));
    }

    private Socket connect(String name, String header) throws IOException {
        Socket socket = server.connect();
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(HEAD.formatted(name, header).getBytes(UTF_8));
        return socket;
    }

    /** Sends one chunk; an empty one is the last. */
    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream()
                .write("%x\r\n%s\r\n".formatted(text.length(), text).getBytes(UTF_8));
    }

    private static String readUntil(Socket socket, String end) throws IOException {
        StringBuilder read = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (read.indexOf(end) < 0) {
            int next = in.read();
            assertThat(next).as("the answer after %s", read).isNotNegative();
            read.append((char) next);
        }
        return read.toString();
    }

    private HttpRequest.Builder post(String path) {
        return HttpRequest.newBuilder(server.uri(path)).POST(BodyPublishers.ofString("{}"));
    }
}
