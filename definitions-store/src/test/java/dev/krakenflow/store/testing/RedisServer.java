package dev.krakenflow.store.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A real Redis on a free port of the loopback interface, with its own folder. It can be stopped and started again, on the
 * same port and with what it had stored, and it ends with this JVM, however that ends: a shell holds the server and waits
 * for the end of its input, which is ours. Not thread-safe.
 */
public final class RedisServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final String HOLDER = """
            "$@" > server.log 2>&1 &
            server=$!
            cat > rest.log
            kill $server
            wait $server
            """;

    private final RedisBinary binary;
    private final List<String> options;
    private final Path folder;
    private final int port;
    private Process holder;

    private RedisServer(RedisBinary binary, List<String> options) throws IOException {
        this.binary = binary;
        this.options = options;
        this.folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target")).toAbsolutePath(), "redis");
        this.port = freePort();
        this.holder = launch();
    }

    /** Starts one that keeps nothing over a restart. */
    public static RedisServer start(RedisBinary binary) {
        return start(binary, "--appendonly", "no");
    }

    /** Starts one that has everything back after a restart. */
    public static RedisServer startDurable(RedisBinary binary) {
        return start(binary, "--appendonly", "yes", "--appendfsync", "always");
    }

    /** Starts one with more options. */
    public static RedisServer start(RedisBinary binary, String... options) {
        try {
            return new RedisServer(binary, List.of(options));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return binary.origin() + " Redis";
    }

    public int port() {
        return port;
    }

    /** {@code redis://127.0.0.1:port}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Forgets everything. */
    public void empty() {
        ask("FLUSHALL", '+');
    }

    /** Closes its side of the connections of all clients. */
    public void killClients() {
        ask("CLIENT KILL TYPE normal", ':');
    }

    private void ask(String command, char good) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != good) {
                throw new IOException("Redis refuses " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the server itself. */
    public long processId() {
        try {
            return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops it; its connections are closed. */
    public void stop() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again, on the same port. */
    public void startAgain() {
        try {
            holder = launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it hang, with all connections open, until {@link #thaw}. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(
                List.of("sh", "-c", HOLDER, "redis", binary.path().toString()));
        command.addAll(List.of("--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", ""));
        command.addAll(List.of(
                "--dir", folder.toString(), "--pidfile", folder.resolve("pid").toString()));
        command.addAll(options);
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("holder.log").toFile())
                .start();
        awaitAnswer();
        return started;
    }

    private void awaitAnswer() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end) {
                throw new IOException("Redis did not start: " + Files.readString(folder.resolve("server.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            socket.setSoTimeout(1_000);
            OutputStream out = socket.getOutputStream();
            out.write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(processId()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
