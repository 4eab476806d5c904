package dev.krakenflow.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** One stream over a connection of its own: a thread sends, whoever asks reads. Small buffers on this side. */
final class StreamCall implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final EventSender sender;
    private final BufferedReader lines;

    /**
     * Begins to send events to a pipeline.
     *
     * @param ends whether the body ends behind the events
     */
    StreamCall(int port, String pipeline, EventForm form, int events, boolean ends) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(BUFFER);
        socket.setSendBufferSize(BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        String head = "POST /pipelines/stream/" + pipeline + " HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: "
                + form.contentType() + "\r\ntransfer-encoding: chunked\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        sender = new EventSender(socket.getOutputStream(), form, events, ends);
        Thread.ofPlatform().daemon().name("sender").start(sender);
        lines = new BufferedReader(
                new InputStreamReader(
                        new ChunkedInput(new BufferedInputStream(socket.getInputStream(), BUFFER)), US_ASCII),
                BUFFER);
    }

    /** How many bytes of events have been taken from the sender. */
    long accepted() {
        return sender.accepted();
    }

    /**
     * Reads a line, which must be the result of the event of this number.
     *
     * @return its length with its end; −1 at the end of the answer
     */
    int read(int number) throws IOException {
        String line = lines.readLine();
        if (line == null) {
            return -1;
        }
        if (!line.startsWith("{\"n\":" + number + ",") || !line.endsWith("\"ok\":true}")) {
            throw new IOException("line " + number + " is " + line.substring(0, Math.min(200, line.length())));
        }
        return line.length() + 1;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
