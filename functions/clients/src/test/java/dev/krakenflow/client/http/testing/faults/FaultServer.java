package dev.krakenflow.client.http.testing.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers each request with the fault that its path names, see {@link Faults}: {@code /<key>/<fault>}, or
 * {@code /<key>/<fault>/<fault>…} for one request of the key after another, where the last one stays. Counts by key.
 * Keeps connections between requests, as far as the fault lets it. Thread-safe.
 */
public final class FaultServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Thread acceptor = Thread.ofVirtual().unstarted(this::accept);
    private final Map<String, Traffic> traffic = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private FaultServer(ServerSocket listener) {
        this.listener = listener;
    }

    /** Starts a server on a port that is free. */
    public static FaultServer start() {
        try {
            FaultServer server = new FaultServer(new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress()));
            server.acceptor.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** What was seen of the requests of a key so far; the same object for the same key, before its first request too. */
    public Traffic traffic(String key) {
        return traffic.computeIfAbsent(key, unseen -> new Traffic());
    }

    /** Stops, and closes what is open. Nobody can connect any more when this is done. */
    @Override
    public void close() {
        closeQuietly(listener);
        try {
            acceptor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(FaultServer::closeQuietly);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                Thread.startVirtualThread(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Peer client = new Peer(socket);
            while (client.awaitRequest()) {
                answer(client);
            }
        } catch (IOException gone) {
            // Each request has counted it already.
        } finally {
            open.remove(socket);
        }
    }

    private void answer(Peer client) throws IOException {
        Script script = Script.of(client.target());
        Traffic requests = traffic(script.key());
        client.count(requests);
        int number = requests.begin();
        boolean gone = true;
        try {
            script.fault(number).reply().to(client);
            gone = false;
        } finally {
            requests.end(gone);
        }
    }

    private static void closeQuietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("a socket cannot be closed", e);
        }
    }
}
