package dev.krakenflow.store.redis;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Another client, as plain as can be: one socket, one command after the other, a reused buffer. So its times are those of
 * Redis, not those of a client library or a garbage collection.
 */
final class BlockingReader implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 20];

    BlockingReader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
        out = socket.getOutputStream();
    }

    /** A bulk string, or the number of an integer. */
    String ask(String... command) throws IOException {
        send(command);
        return one();
    }

    /** An array of answers, flat. */
    List<String> askMany(String... command) throws IOException {
        send(command);
        List<String> answers = new ArrayList<>();
        collect(answers);
        return answers;
    }

    /** Reads as a function does that loads a plan: the pointer, then the blob. Gives the nanoseconds that took. */
    long load(String pipeline) throws IOException {
        long start = System.nanoTime();
        String entry = ask("HGET", RedisKeys.LIVE, pipeline);
        String blob = ask("GET", LiveEntry.parse(entry).blob());
        if (blob.isEmpty()) {
            throw new IOException("no blob");
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void send(String... command) throws IOException {
        StringBuilder text = new StringBuilder("*").append(command.length).append("\r\n");
        for (String part : command) {
            text.append('$').append(part.length()).append("\r\n").append(part).append("\r\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void collect(List<String> answers) throws IOException {
        int type = in.read();
        if (type == '*') {
            int size = Integer.parseInt(line());
            for (int i = 0; i < size; i++) {
                collect(answers);
            }
        } else {
            answers.add(value(type));
        }
    }

    private String one() throws IOException {
        return value(in.read());
    }

    private String value(int type) throws IOException {
        String line = line();
        if (type != '$') {
            return line;
        }
        int length = Integer.parseInt(line);
        if (length < 0) {
            return "";
        }
        in.readFully(buffer, 0, length + 2);
        return new String(buffer, 0, Math.min(length, 256), StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\r'; next = in.read()) {
            if (next < 0) {
                throw new IOException("closed");
            }
            line.append((char) next);
        }
        in.readByte();
        return line.toString();
    }
}
