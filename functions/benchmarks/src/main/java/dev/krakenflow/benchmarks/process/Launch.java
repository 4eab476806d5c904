package dev.krakenflow.benchmarks.process;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a server is started.
 *
 * @param name of its log, one for each server of a benchmark
 * @param port where it listens on loopback
 * @param command program and arguments
 * @param environment what is added to that of this process; nothing else in it that begins with {@code KRAKEN_} or
 *     {@code QUARKUS_} is passed on
 */
public record Launch(String name, int port, List<String> command, Map<String, String> environment) {

    /** The heap that every server has, unless it is told otherwise. */
    public static final String HEAP = "1g";

    public Launch {
        requireNonNull(name);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * A JVM like the one of this process.
     *
     * @param heap the most that it may have, as {@code -Xmx} takes it
     * @param line the rest of its command line
     */
    public static Launch java(String name, int port, String heap, List<String> line, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(line);
        return new Launch(name, port, command, environment);
    }

    /** A port of loopback that nobody listens on at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
