package dev.krakenflow.benchmarks.cold;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The first good answer of a server that may not listen yet. */
final class FirstAnswer {
    private static final long PAUSE_NANOS = 1_000_000;
    private static final int READ_TIMEOUT_MILLIS = 10_000;

    private FirstAnswer() {}

    /** Posts an event, each millisecond anew while nobody listens, until it is answered with 200. */
    static void await(int port, String path, String json, Duration patience) throws IOException {
        byte[] request = request(path, json);
        long end = System.nanoTime() + patience.toNanos();
        while (!answers(port, request)) {
            if (System.nanoTime() - end > 0) {
                throw new IOException(path + " gave no answer within " + patience.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private static byte[] request(String path, String json) {
        return "POST %s HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%s"
                .formatted(path, json.length(), json)
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** False: nobody listens, or what listens is not ready. */
    private static boolean answers(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answer.startsWith("HTTP/1.1 200 ");
        } catch (SocketException notYet) {
            return false;
        }
    }
}
