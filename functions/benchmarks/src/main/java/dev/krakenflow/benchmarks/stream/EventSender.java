package dev.krakenflow.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Sends the events of a stream as the chunks of one body, as fast as they are taken. Its counter may be read by any thread. */
final class EventSender implements Runnable {
    private static final int PIECE = 32 * 1024;

    private final OutputStream out;
    private final EventForm form;
    private final int events;
    private final boolean ends;
    private final AtomicLong accepted = new AtomicLong();

    /** @param ends whether the body ends behind the events */
    EventSender(OutputStream out, EventForm form, int events, boolean ends) {
        this.out = out;
        this.form = form;
        this.events = events;
        this.ends = ends;
    }

    /** How many bytes of events have been taken. */
    long accepted() {
        return accepted.get();
    }

    @Override
    public void run() {
        StringBuilder piece = new StringBuilder(2 * PIECE);
        try {
            for (int number = 0; number < events; number++) {
                piece.append(form.event(number));
                if (piece.length() >= PIECE) {
                    send(piece);
                }
            }
            if (ends) {
                piece.append(form.end());
            }
            send(piece);
            if (ends) {
                out.write("0\r\n\r\n".getBytes(US_ASCII));
            }
        } catch (IOException left) {
            // Whoever reads has closed the connection, which is what some of the shows are about.
            return;
        }
    }

    private void send(StringBuilder piece) throws IOException {
        if (piece.isEmpty()) {
            return;
        }
        String chunk = Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n";
        out.write(chunk.getBytes(US_ASCII));
        accepted.addAndGet(piece.length());
        piece.setLength(0);
    }
}
