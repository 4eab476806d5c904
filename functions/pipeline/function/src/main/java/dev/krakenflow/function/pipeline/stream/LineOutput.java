package dev.krakenflow.function.pipeline.stream;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.function.http.Duplex;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes lines, those that come in one turn of the event loop in one piece. On the event loop of its stream. */
final class LineOutput {

    private static final int LARGE = 16 * 1024;

    private final Duplex duplex;
    private final LineFormat format;
    private final Scheduler scheduler;
    private StringBuilder gathered = new StringBuilder();
    private long lines;
    private boolean waits;
    private boolean wrote;

    LineOutput(Duplex duplex, LineFormat format, Scheduler scheduler) {
        this.duplex = duplex;
        this.format = format;
        this.scheduler = scheduler;
    }

    void add(List<Line> more) {
        more.forEach(this::add);
    }

    void add(Line line) {
        format.append(gathered, ++lines, line);
        if (gathered.length() >= LARGE) {
            flush();
        } else if (!waits) {
            waits = true;
            scheduler.soon(this::flush);
        }
    }

    boolean isFull() {
        return duplex.isFull();
    }

    /** Writes what is gathered. */
    void flush() {
        waits = false;
        if (!gathered.isEmpty()) {
            wrote = true;
            duplex.write(gathered.toString().getBytes(StandardCharsets.UTF_8));
            gathered.setLength(0);
            if (gathered.capacity() > 2 * LARGE) {
                gathered = new StringBuilder();
            }
        }
    }

    /** Writes what means nothing, unless a line went out since this was asked for last. */
    void beat() {
        if (!wrote) {
            duplex.write(format.nothing().getBytes(StandardCharsets.UTF_8));
        }
        wrote = false;
    }
}
