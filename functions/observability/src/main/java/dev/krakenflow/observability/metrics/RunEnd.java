package dev.krakenflow.observability.metrics;

import dev.krakenflow.engine.Outcome;
import java.util.List;

/** How a run ended, as the label {@code outcome} says it. */
enum RunEnd {
    COMPLETED("completed"),
    /** Nothing failed, and nothing came out. */
    ENDED("ended"),
    FAILED("failed"),
    /** Of the events that a composer made, some failed and some did not. */
    PARTLY_FAILED("partly_failed"),
    CANCELLED("cancelled"),
    /** The answer to an earlier call was given again. */
    REPLAYED("replayed");

    private final String label;

    RunEnd(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** @param outcomes none: it was cancelled */
    static RunEnd of(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return CANCELLED;
        }
        int completed = 0;
        int failed = 0;
        for (Outcome outcome : outcomes) {
            if (outcome.replayed()) {
                return REPLAYED;
            }
            switch (outcome) {
                case Outcome.Completed it -> completed++;
                case Outcome.Failed it -> failed++;
                case Outcome.Ended it -> {}
            }
        }
        if (failed > 0) {
            return completed > 0 ? PARTLY_FAILED : FAILED;
        }
        return completed > 0 ? COMPLETED : ENDED;
    }
}
