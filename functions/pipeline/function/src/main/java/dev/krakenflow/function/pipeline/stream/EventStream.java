package dev.krakenflow.function.pipeline.stream;

import dev.krakenflow.engine.Scheduler;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Duplex;
import dev.krakenflow.function.http.StreamedAnswer;
import dev.krakenflow.json.JsonSequence;
import dev.krakenflow.json.MalformedJsonException;
import dev.krakenflow.json.OversizedValueException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes events out of a body and writes what comes out of them, in their order. It reads only while there is room in its
 * window, and neither reads nor begins anything while the caller does not keep up; so what it holds is the window, one
 * piece of the body and what is on its way out. Everything here happens on the event loop of the request.
 */
public final class EventStream implements StreamedAnswer {

    /** Well below the 5 ms that others may have to wait for the thread. */
    private static final long SLICE_NANOS = 2_000_000;

    private final JsonSequence input;
    private final StreamRuns runs;
    private final LineFormat format;
    private final Scheduler scheduler;
    private final OrderedWindow window;
    private final IdleWatch watch;
    private final Heartbeat heartbeat;
    private @Nullable Duplex duplex;
    private @Nullable LineOutput output;
    private @Nullable Line lastWord;
    private boolean asked;
    private boolean bodyEnded;
    private boolean inputOver;
    private boolean goesOn;
    private boolean again;
    private boolean over;

    /** @param idle how long nothing may move although no event runs */
    public EventStream(JsonSequence input, StreamRuns runs, LineFormat format, Scheduler scheduler, Duration idle) {
        this.input = input;
        this.runs = runs;
        this.format = format;
        this.scheduler = scheduler;
        this.window = new OrderedWindow(runs.window());
        this.watch = new IdleWatch(scheduler, idle, window::isRunning, () -> stop(idleFor(idle)));
        this.heartbeat = new Heartbeat(scheduler, this::beat);
    }

    @Override
    public String contentType() {
        return format.contentType();
    }

    @Override
    public void begin(Duplex both) {
        duplex = both;
        output = new LineOutput(both, format, scheduler);
        watch.begin();
        heartbeat.begin();
        goOn();
    }

    @Override
    public void received(byte[] bytes) {
        asked = false;
        input.add(bytes);
        moved();
    }

    @Override
    public void bodyEnded() {
        asked = false;
        bodyEnded = true;
        input.end();
        moved();
    }

    @Override
    public void drained() {
        moved();
    }

    @Override
    public void cut() {
        stop(Failure.of(FailureCode.OVERLOADED, "this process is about to end"));
    }

    @Override
    public void gone() {
        over = true;
        watch.stop();
        heartbeat.stop();
        runs.close();
        window.cancel();
    }

    /** Only where the connection is not read: else it says itself that the caller has left. */
    private void beat() {
        boolean isRead = asked || bodyEnded;
        if (output != null && !isRead && !output.isFull()) {
            output.beat();
        }
    }

    private void moved() {
        watch.moved();
        goOn();
    }

    /** Does what can be done; what happens meanwhile is done by who does it already. Gives the thread back in time. */
    private void goOn() {
        if (goesOn) {
            again = true;
            return;
        }
        goesOn = true;
        long began = scheduler.nanoTime();
        do {
            again = false;
            while (step()) {
                if (scheduler.nanoTime() - began > SLICE_NANOS) {
                    again = false;
                    scheduler.soon(this::goOn);
                    break;
                }
            }
        } while (again);
        goesOn = false;
    }

    /** Whether there was something to do. */
    private boolean step() {
        if (over || output == null || output.isFull()) {
            return false;
        }
        List<Line> lines = window.poll();
        if (lines != null) {
            output.add(lines);
            return true;
        }
        if (inputOver) {
            endWhenAllIsWritten(output);
            return false;
        }
        return window.hasRoom() && startNext();
    }

    private void endWhenAllIsWritten(LineOutput out) {
        if (window.isEmpty()) {
            if (lastWord != null) {
                out.add(lastWord);
            }
            end(out);
        }
    }

    private boolean startNext() {
        Object event = nextEvent();
        if (event != null) {
            start(event);
            return true;
        }
        if (!inputOver && !asked && duplex != null) {
            asked = true;
            duplex.fetch();
        }
        return inputOver;
    }

    private @Nullable Object nextEvent() {
        try {
            Object event = input.next();
            inputOver = event == null && bodyEnded;
            return event;
        } catch (MalformedJsonException malformed) {
            return endOfInput(FailureCode.MALFORMED_JSON, malformed);
        } catch (OversizedValueException tooLarge) {
            return endOfInput(FailureCode.PAYLOAD_TOO_LARGE, tooLarge);
        }
    }

    private @Nullable Object endOfInput(FailureCode code, RuntimeException reason) {
        inputOver = true;
        lastWord = Line.of(Failure.of(code, String.valueOf(reason.getMessage())));
        return null;
    }

    private void start(Object event) {
        StreamedEvent begun = window.enter();
        begun.runs(runs.run(event).subscribe().with(lines -> onItsLoop(() -> done(begun, lines))));
    }

    private void done(StreamedEvent begun, List<Line> lines) {
        if (!over) {
            window.done(begun, lines);
            moved();
        }
    }

    private void onItsLoop(Runnable work) {
        if (duplex != null) {
            duplex.onItsLoop(work);
        }
    }

    /** Ends with a failure, whatever is under way; a caller who would not read it sees that the answer is cut. */
    private void stop(Failure failure) {
        if (over || duplex == null || output == null) {
            return;
        }
        boolean heard = !output.isFull();
        gone();
        if (heard) {
            output.add(Line.of(failure));
            end(output);
        } else {
            duplex.abort();
        }
    }

    private void end(LineOutput out) {
        over = true;
        watch.stop();
        heartbeat.stop();
        runs.close();
        out.flush();
        if (duplex != null) {
            duplex.end();
        }
    }

    private static Failure idleFor(Duration idle) {
        return Failure.of(FailureCode.TIMEOUT, "nothing has come or gone for " + idle.toMillis() + " ms");
    }
}
