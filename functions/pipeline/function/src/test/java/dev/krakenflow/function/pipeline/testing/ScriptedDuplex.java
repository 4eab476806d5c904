package dev.krakenflow.function.pipeline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.function.http.Duplex;
import dev.krakenflow.function.http.StreamedAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A caller that sends what a test says, and remembers what it was sent. Used by one thread. */
public final class ScriptedDuplex implements Duplex {

    public boolean full;
    public boolean asked;
    public boolean ended;
    public boolean aborted;
    public int writes;
    private final StringBuilder written = new StringBuilder();
    private @Nullable StreamedAnswer answer;

    /** Lets an answer begin. */
    public void serve(StreamedAnswer opened) {
        answer = opened;
        opened.begin(this);
    }

    /** Sends a piece that was asked for. */
    public void send(String piece) {
        taken().received(piece.getBytes(UTF_8));
    }

    /** Ends the body, which was asked for. */
    public void endBody() {
        taken().bodyEnded();
    }

    /** Reads what was too much. */
    public void drain() {
        full = false;
        answer().drained();
    }

    /** What was written so far, by lines. */
    public List<String> lines() {
        return written.toString().lines().toList();
    }

    @Override
    public void fetch() {
        if (asked) {
            throw new IllegalStateException("asked twice");
        }
        asked = true;
    }

    @Override
    public boolean isFull() {
        return full;
    }

    @Override
    public void write(byte[] bytes) {
        writes++;
        written.append(new String(bytes, UTF_8));
    }

    @Override
    public void end() {
        ended = true;
    }

    @Override
    public void abort() {
        aborted = true;
    }

    @Override
    public void onItsLoop(Runnable work) {
        work.run();
    }

    private StreamedAnswer taken() {
        if (!asked) {
            throw new IllegalStateException("nobody asked");
        }
        asked = false;
        return answer();
    }

    private StreamedAnswer answer() {
        if (answer == null) {
            throw new IllegalStateException("nothing has begun");
        }
        return answer;
    }
}
