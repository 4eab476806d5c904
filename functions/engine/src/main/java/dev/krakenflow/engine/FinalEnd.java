package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.List;
import java.util.Map;

/**
 * Where the path of a {@code finally} ends: however it does, nothing changes.
 *
 * @param done waits for it
 */
record FinalEnd(Run run, Runnable done) implements PathEnd {

    @Override
    public void goes(Path path) {}

    @Override
    public List<PathEnd> beside(int others) {
        if (others == 0) {
            return List.of();
        }
        String detail = "what a pipeline does at last is done with one event";
        throw new RunException(Failure.of(FailureCode.TOO_MANY_EVENTS, detail), null);
    }

    @Override
    public void completed(Map<String, Object> event, PathObserver observer) {
        done.run();
    }

    @Override
    public void ended(PathObserver observer) {
        done.run();
    }

    @Override
    public void failed(RunException failed, PathObserver observer) {
        run.log().inFinally(run.hidden(failed.failure()));
        done.run();
    }

    @Override
    public void cancelled() {
        done.run();
    }
}
