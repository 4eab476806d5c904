package dev.krakenflow.store.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Three nodes of a Redis cluster without replicas, each with a third of the slots. */
public final class RedisCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16_384;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<RedisServer> nodes = new ArrayList<>();

    private RedisCluster() {}

    /** Starts the nodes and waits until they agree. */
    public static RedisCluster start(RedisBinary binary) {
        RedisCluster cluster = new RedisCluster();
        for (int i = 0; i < NODES; i++) {
            cluster.nodes.add(RedisServer.start(binary, "--cluster-enabled", "yes", "--appendonly", "no"));
        }
        try {
            cluster.join();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** {@code redis://127.0.0.1:port} of each node. */
    public List<String> urls() {
        return nodes.stream().map(RedisServer::url).toList();
    }

    /** Forgets everything on all nodes. */
    public void empty() {
        IntStream.range(0, NODES).forEach(node -> ask(node, "FLUSHALL"));
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }

    private void join() {
        for (int i = 0; i < NODES; i++) {
            int from = SLOTS * i / NODES;
            int to = SLOTS * (i + 1) / NODES;
            String slots = IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
            ask(i, "CLUSTER SET-CONFIG-EPOCH " + (i + 1));
            ask(i, "CLUSTER ADDSLOTS " + slots);
        }
        for (int i = 1; i < NODES; i++) {
            ask(0, "CLUSTER MEET 127.0.0.1 " + nodes.get(i).port());
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!IntStream.range(0, NODES).allMatch(this::agrees)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the nodes of the cluster do not find each other");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean agrees(int node) {
        String info = ask(node, "CLUSTER INFO");
        return info.contains("cluster_state:ok") && info.contains("cluster_known_nodes:" + NODES);
    }

    /** The answer of a node to a command that it answers with a status or a bulk string. */
    private String ask(int node, String command) {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), nodes.get(node).port());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.US_ASCII));
            return in.lines().collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
