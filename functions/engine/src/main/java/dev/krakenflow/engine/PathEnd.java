package dev.krakenflow.engine;

import java.util.List;
import java.util.Map;

/** Where a path ends, and who waits for it there. Everything here happens in {@link Turns}. */
interface PathEnd {

    /** The path that will end here begins. */
    void goes(Path path);

    /**
     * Ends for paths beside the one that ends here, in their order behind it.
     *
     * @throws RunException {@code too-many-events} where only one event can come out
     */
    List<PathEnd> beside(int others);

    /** The event of the path is a result. */
    void completed(Map<String, Object> event, PathObserver observer);

    /** The event of the path ended, and gives no result. */
    void ended(PathObserver observer);

    /** The event of the path failed, at a known place. */
    void failed(RunException failed, PathObserver observer);

    /** Whether the path undoes what its event finished before it fails here; if not, whoever waits here does. */
    default boolean waitsForUndo() {
        return false;
    }

    /** The path was cancelled, and its event left everything that it was in. */
    default void cancelled() {}
}
