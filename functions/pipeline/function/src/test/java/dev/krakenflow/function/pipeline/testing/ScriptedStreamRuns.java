package dev.krakenflow.function.pipeline.testing;

import dev.krakenflow.function.pipeline.stream.Line;
import dev.krakenflow.function.pipeline.stream.StreamRuns;
import dev.krakenflow.json.JsonWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs that end when a test says so, each with the event as its line. Used by one thread. */
public final class ScriptedStreamRuns implements StreamRuns {

    public final List<Object> begun = new ArrayList<>();
    public final List<Object> cancelled = new ArrayList<>();
    public int closed;
    private final Map<Object, UniEmitter<? super List<Line>>> underWay = new HashMap<>();
    private final int window;

    public ScriptedStreamRuns(int window) {
        this.window = window;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Uni<List<Line>> run(Object event) {
        return Uni.createFrom().emitter(emitter -> {
            begun.add(event);
            underWay.put(event, emitter);
            emitter.onTermination(() -> {
                if (underWay.remove(event) != null) {
                    cancelled.add(event);
                }
            });
        });
    }

    /** Ends the run of an event. */
    public void end(Object event) {
        end(event, List.of(new Line(false, JsonWriter.write(event))));
    }

    /** Ends the run of an event with these lines. */
    public void end(Object event, List<Line> lines) {
        UniEmitter<? super List<Line>> run = underWay.remove(event);
        if (run == null) {
            throw new IllegalStateException("does not run: " + event);
        }
        run.complete(lines);
    }

    /** The events that run. */
    public List<Object> running() {
        return List.copyOf(underWay.keySet());
    }

    @Override
    public void close() {
        closed++;
    }
}
