package dev.krakenflow.function.pipeline;

import dev.krakenflow.store.Position;
import org.jspecify.annotations.Nullable;

/**
 * What the cache knows of one name.
 *
 * @param position where the store stood before it was read
 * @param sinceNanos when it was read
 * @param started whether the pipeline may be called
 * @param runner null when there is no such pipeline
 */
record CachedPlan(
        Position position,
        long sinceNanos,
        boolean started,
        @Nullable SharedRunner runner) {

    boolean isDefined() {
        return runner != null;
    }

    /** Whether this was read after the other; of two stores nobody can tell. */
    boolean isNewerThan(CachedPlan other) {
        return position.epoch().equals(other.position.epoch()) && position.revision() > other.position.revision();
    }

    /** Whether the store was changed between this reading and another one that stands there. */
    boolean isOlderThan(Position other) {
        return position.epoch().equals(other.epoch()) && position.revision() < other.revision();
    }

    /** The same plan, as if it had been read there. */
    CachedPlan asOf(Position position) {
        return new CachedPlan(position, sinceNanos, started, runner);
    }

    void drop() {
        if (runner != null) {
            runner.release();
        }
    }
}
