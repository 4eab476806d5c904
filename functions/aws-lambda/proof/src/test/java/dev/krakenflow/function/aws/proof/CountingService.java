package dev.krakenflow.function.aws.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that keeps connections open, counts its requests by path, and can close its side of all connections. */
final class CountingService implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> requests = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    CountingService() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** How often a path was asked for. */
    int requests(String path) {
        return requests.getOrDefault(path, 0);
    }

    /** How many connections were made so far. */
    int connections() {
        return connections.size();
    }

    /** Closes its side of every connection, as servers and what lies between do with idle ones. */
    void closeConnections() throws IOException {
        for (Socket connection : connections) {
            connection.close();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException closed) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(closed);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            String line = reader.readLine();
            while (line != null && !line.isEmpty()) {
                String path = line.split(" ", -1)[1];
                skip(reader);
                requests.merge(path, 1, Integer::sum);
                String answer =
                        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{\"ok\": true }";
                connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
                line = reader.readLine();
            }
        } catch (IOException closed) {
            // By either side, which is what connections are for here; every whole request was counted before.
            return;
        }
    }

    /** Headers and body of a request. */
    private static void skip(BufferedReader reader) throws IOException {
        int length = 0;
        String header = reader.readLine();
        while (!header.isEmpty()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
            header = reader.readLine();
        }
        for (int i = 0; i < length; i++) {
            reader.read();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        closeConnections();
        threads.shutdownNow();
    }
}
