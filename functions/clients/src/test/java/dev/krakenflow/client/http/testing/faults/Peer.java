package dev.krakenflow.client.http.testing.faults;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The client at the other end of one connection. Texts are sent as ISO-8859-1: one character, one byte. Used by the
 * connection's thread.
 */
final class Peer {
    private static final int NO_LIMIT = 0;

    private final Socket socket;
    private final InputStream in;
    private String target = "";
    private Traffic traffic = new Traffic();
    private boolean over;

    Peer(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
    }

    /** Reads the next request with its body; false when there is none, because one of both has ended the connection. */
    boolean awaitRequest() throws IOException {
        String first = over ? "" : line();
        if (first.isEmpty()) {
            return false;
        }
        target = first.split(" ")[1];
        long length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] field = header.split(":", 2);
            length = field[0].equalsIgnoreCase("content-length") ? Long.parseLong(field[1].strip()) : length;
        }
        in.skipNBytes(length);
        return true;
    }

    /** Path and query of the request. */
    String target() {
        return target;
    }

    /** What is seen of the request's key. */
    Traffic traffic() {
        return traffic;
    }

    void count(Traffic requests) {
        traffic = requests;
    }

    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        socket.getOutputStream().write(bytes);
        traffic.wrote(bytes.length);
    }

    /** Writes until the client has gone. */
    void writeEndlessly(String part) throws IOException {
        while (true) {
            write(part);
        }
    }

    /** Writes a text byte by byte, with a pause before each. */
    void trickle(String text, Duration pause) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            pause(pause);
            write(text.substring(i, i + 1));
        }
    }

    /** Lets time pass. What the client sends meanwhile is lost. */
    void pause(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        try {
            awaitEnd();
        } catch (SocketTimeoutException patient) {
            socket.setSoTimeout(NO_LIMIT);
            return;
        }
        throw new IOException("the client did not wait");
    }

    /** Waits until two requests of this one's key are under way. */
    void awaitAnother() throws IOException {
        try {
            traffic.awaitAtOnce(2);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    /** Waits until the client has had enough. */
    void stall() throws IOException {
        awaitEnd();
        throw new IOException("the client did not wait");
    }

    /** Ends the connection in this direction, and waits until the client does so in the other one. */
    void fin() throws IOException {
        over = true;
        socket.shutdownOutput();
        try {
            awaitEnd();
        } catch (IOException reset) {
            // That is an end too.
        }
    }

    /** Resets the connection. */
    void rst() throws IOException {
        over = true;
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private void awaitEnd() throws IOException {
        while (in.read() >= 0) {
            // It has nothing to say any more.
        }
    }

    /** A line without its end; empty at the end of the connection too. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append(next == '\r' ? "" : (char) next);
        }
        return line.toString();
    }
}
