package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an event whose component failed: the first that matches counts. */
record Catches(List<CatchRunner> runners) {

    Catches {
        runners = List.copyOf(runners);
    }

    /** The one that takes this failure; null: none does. */
    @Nullable CatchRunner of(Failure failure) {
        for (CatchRunner runner : runners) {
            if (runner.errors().match(failure)) {
                return runner;
            }
        }
        return null;
    }
}
