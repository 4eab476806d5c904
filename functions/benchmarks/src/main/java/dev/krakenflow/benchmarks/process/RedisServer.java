package dev.krakenflow.benchmarks.process;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redis.embedded.core.ExecutableProvider;

/** A Redis on loopback: the one on the PATH, else the one that is shipped. */
public final class RedisServer implements AutoCloseable {
    private static final Pattern CALLS = Pattern.compile("cmdstat_([^:]+):calls=(\\d+)");

    private final ServerProcess server;

    private RedisServer(ServerProcess server) {
        this.server = server;
    }

    /** Starts one that keeps nothing, and waits until it answers. */
    public static RedisServer start() throws IOException {
        return start(List.of());
    }

    /** Starts an empty one that has on disk what it has answered, so that it can be killed; waits until it answers. */
    public static RedisServer durable() throws IOException {
        return start(List.of("--appendonly", "yes", "--appendfsync", "always"));
    }

    private static RedisServer start(List<String> more) throws IOException {
        int port = Launch.freePort();
        Path folder = Files.createTempDirectory(Files.createDirectories(ServerProcess.FOLDER), "redis-");
        List<String> command = Stream.concat(
                        Stream.of(binary(), "--bind", "127.0.0.1", "--port", String.valueOf(port), "--save", ""),
                        Stream.concat(Stream.of("--dir", folder.toAbsolutePath().toString()), more.stream()))
                .toList();
        RedisServer redis = new RedisServer(ServerProcess.start(new Launch("redis", port, command, Map.of())));
        redis.server.awaitReady(redis::answers);
        return redis;
    }

    private static String binary() throws IOException {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, "redis-server");
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        return ExecutableProvider.newJarResourceProvider(ServerProcess.FOLDER.toFile())
                .get()
                .getAbsolutePath();
    }

    public String url() {
        return "redis://127.0.0.1:" + server.port();
    }

    public int port() {
        return server.port();
    }

    /** Lets it hang (SIGSTOP) until it is killed. */
    public void freeze() throws IOException, InterruptedException {
        server.freeze();
    }

    /** Ends it at once (SIGKILL) and waits until it is gone. */
    public void kill() {
        server.kill();
    }

    /** Starts it again after it was killed, with what it has on disk, and waits until it answers. */
    public void restart() throws IOException {
        server.restart();
        server.awaitReady(this::answers);
    }

    /** Forgets all that it keeps, its id of the store too. */
    public void flush() throws IOException {
        List<String> answer = ask("FLUSHALL");
        if (!answer.contains("+OK")) {
            throw new IOException("FLUSHALL gave " + answer);
        }
    }

    /** How many commands it has done so far, but for those that ask it this. */
    public long commands() throws IOException {
        return ask("INFO commandstats").stream().mapToLong(RedisServer::calls).sum();
    }

    private boolean answers() {
        try {
            return ask("PING").contains("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> ask(String command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return answer.lines().toList();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static long calls(String line) {
        Matcher matcher = CALLS.matcher(line);
        boolean asking =
                line.startsWith("cmdstat_info") || line.startsWith("cmdstat_quit") || line.startsWith("cmdstat_ping");
        return matcher.lookingAt() && !asking ? Long.parseLong(matcher.group(2)) : 0;
    }

    @Override
    public void close() {
        server.close();
    }
}
