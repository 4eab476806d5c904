package dev.krakenflow.function.pipeline.app;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.store.DefinitionStore;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams on connections whose ends do what callers do: stay open, do not read, leave. */
@QuarkusTest
@TestProfile(LoopbackAllowed.class)
class StreamedConnectionTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int LARGE = 256 * 1024;
    private static final int MANY = 400;

    @Inject
    DefinitionStore store;

    @TestHTTPResource("/")
    URI server;

    @BeforeEach
    void store() {
        new StoredPipelines(store).doubling("double", true);
    }

    @Test
    void answersEachEventBeforeTheNextOneIsSent() throws IOException {
        try (Socket caller = connect("double")) {
            BufferedReader answer = reader(caller);
            for (int x = 1; x <= 3; x++) {
                send(caller, "{\"x\": " + x + "}\n");
                assertThat(lineWith(answer, "\"x\":" + x)).isEqualTo("{\"x\":" + x + ",\"y\":" + 2 * x + "}");
            }
        }
    }

    @Test
    void resetsTheCallsOfACallerWhoLeaves() throws IOException {
        try (ServerSocket service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new StoredPipelines(store).waiting("wait-for-a-caller", "http://127.0.0.1:" + service.getLocalPort());
            service.setSoTimeout(PATIENCE_MILLIS);
            try (Socket caller = connect("wait-for-a-caller")) {
                send(caller, "{}\n");
                try (Socket called = service.accept()) {
                    called.setSoTimeout(PATIENCE_MILLIS);
                    reader(called).readLine();
                    caller.close();
                    assertThat(called.getInputStream().readAllBytes()).isNotNull();
                }
            }
        }
    }

    @Test
    void resetsTheCallsOfACallerWhoLeavesWhileTheBodyWaits() throws IOException {
        try (ServerSocket service = new ServerSocket(0, 32, InetAddress.getLoopbackAddress())) {
            new StoredPipelines(store).waiting("wait-for-a-sender", "http://127.0.0.1:" + service.getLocalPort());
            service.setSoTimeout(PATIENCE_MILLIS);
            try (Socket caller = connect("wait-for-a-sender")) {
                send(caller, "{}\n".repeat(LARGE));
                try (Socket called = service.accept()) {
                    called.setSoTimeout(PATIENCE_MILLIS);
                    reader(called).readLine();
                    caller.close();
                    assertThat(called.getInputStream().readAllBytes()).isNotNull();
                }
            }
        }
    }

    @Test
    void holdsASenderBackWhoDoesNotRead() throws Exception {
        ByteBuffer body = ByteBuffer.wrap(chunk("{\"x\": 1, \"pad\": \"" + "p".repeat(LARGE) + "\"}\n"));
        try (SocketChannel caller = SocketChannel.open(address());
                Selector selector = Selector.open()) {
            caller.write(ByteBuffer.wrap(head("double")));
            caller.configureBlocking(false);
            caller.register(selector, SelectionKey.OP_WRITE);
            int sent = 0;
            while (sent < MANY && selector.select(2_000) > 0) {
                selector.selectedKeys().clear();
                caller.write(body);
                if (!body.hasRemaining()) {
                    body.rewind();
                    sent++;
                }
            }
            assertThat(sent).as("sent, of " + MANY).isLessThan(MANY);
            selector.close();
            caller.configureBlocking(true);
            int before = sent;
            CompletableFuture<Void> rest = CompletableFuture.runAsync(() -> sendRest(caller, body, MANY - before));
            assertThat(countLines(reader(caller.socket()))).isEqualTo(MANY);
            rest.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static void sendRest(SocketChannel caller, ByteBuffer body, int times) {
        try {
            for (int i = 0; i < times; i++) {
                while (body.hasRemaining()) {
                    caller.write(body);
                }
                body.rewind();
            }
            caller.write(ByteBuffer.wrap("0\r\n\r\n".getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int countLines(BufferedReader answer) throws IOException {
        int lines = 0;
        for (String line = answer.readLine(); !"0".equals(line); line = answer.readLine()) {
            assertThat(line).isNotNull();
            lines += line.endsWith("\"y\":2}") ? 1 : 0;
        }
        return lines;
    }

    private static String lineWith(BufferedReader answer, String text) throws IOException {
        String line = answer.readLine();
        while (!line.contains(text)) {
            line = answer.readLine();
        }
        return line;
    }

    private Socket connect(String pipeline) throws IOException {
        Socket caller = new Socket();
        caller.setSoTimeout(PATIENCE_MILLIS);
        caller.connect(address());
        caller.getOutputStream().write(head(pipeline));
        return caller;
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
    }

    private static byte[] head(String pipeline) {
        return ("POST /pipelines/stream/" + pipeline
                        + " HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n")
                .getBytes(US_ASCII);
    }

    private static void send(Socket caller, String event) throws IOException {
        caller.getOutputStream().write(chunk(event));
    }

    private static byte[] chunk(String text) {
        return (Integer.toHexString(text.length()) + "\r\n" + text + "\r\n").getBytes(US_ASCII);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    }
}
