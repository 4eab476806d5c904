package dev.krakenflow.function.pipeline.stream;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Runs the events of one stream. Used on the event loop of the stream, in the order of the events. */
public interface StreamRuns {

    /** The most events that may have begun and are not written yet. */
    int window();

    /**
     * Runs an event, behind those before it where its pipeline wants that.
     *
     * @param event any JSON value
     * @return what came out of it, from any thread; never fails, cancelling cancels the run. To be subscribed to once, at
     *     once
     */
    Uni<List<Line>> run(Object event);

    /** Begins with nothing any more, and gives back what the stream holds. What is under way is to be cancelled then. */
    void close();
}
