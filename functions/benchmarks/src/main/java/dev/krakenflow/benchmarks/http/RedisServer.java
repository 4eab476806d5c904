package dev.krakenflow.benchmarks.http;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.embedded.core.ExecutableProvider;

/** A Redis on loopback that keeps nothing: the one on the PATH, else the one that is shipped. Stopped with this process. */
final class RedisServer implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "servers");
    private static final Pattern CALLS = Pattern.compile("cmdstat_([^:]+):calls=(\\d+)");

    private final int port;
    private final Process process;

    private RedisServer(int port, Process process) {
        this.port = port;
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    static RedisServer start() throws IOException {
        Files.createDirectories(FOLDER);
        int port = ServerProcess.freePort();
        Process process = new ProcessBuilder(
                        binary(), "--bind", "127.0.0.1", "--port", Integer.toString(port), "--save", "")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("redis.log").toFile())
                .start();
        return new RedisServer(port, process);
    }

    private static String binary() throws IOException {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder, "redis-server");
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        return ExecutableProvider.newJarResourceProvider(FOLDER.toFile()).get().getAbsolutePath();
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** How many commands it has done so far, but for those that ask it this. */
    long commands() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("INFO commandstats\r\nQUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return answer.lines().mapToLong(RedisServer::calls).sum();
        }
    }

    private static long calls(String line) {
        Matcher matcher = CALLS.matcher(line);
        boolean asking = line.startsWith("cmdstat_info") || line.startsWith("cmdstat_quit");
        return matcher.lookingAt() && !asking ? Long.parseLong(matcher.group(2)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
