package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the path of one branch or item ends. */
final class PartEnd implements PathEnd {
    private final FanOut whole;
    private final int index;
    private @Nullable Path path;

    PartEnd(FanOut whole, int index) {
        this.whole = whole;
        this.index = index;
    }

    int index() {
        return index;
    }

    Path path() {
        return requireNonNull(path);
    }

    @Override
    public void goes(Path going) {
        path = going;
    }

    @Override
    public List<PathEnd> beside(int others) {
        if (others > 0) {
            String detail = "a branch or an item can give one event only, here are " + (others + 1);
            throw new RunException(Failure.of(FailureCode.TOO_MANY_EVENTS, detail), null);
        }
        return List.of();
    }

    @Override
    public void completed(Map<String, Object> event, PathObserver observer) {
        whole.completed(this, event);
    }

    @Override
    public void ended(PathObserver observer) {
        whole.ended(this);
    }

    @Override
    public boolean waitsForUndo() {
        return whole.tellsFailures();
    }

    @Override
    public void failed(RunException failed, PathObserver observer) {
        whole.failed(this, failed);
    }
}
