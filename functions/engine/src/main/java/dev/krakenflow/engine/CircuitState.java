package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What a circuit breaker does at the moment.
 *
 * @param since when it began to
 */
public record CircuitState(Position position, Instant since) {

    /** Whether it lets calls pass: all, none, or some to see how they do. */
    public enum Position {
        CLOSED("closed"),
        OPEN("open"),
        HALF_OPEN("half-open");

        private final String word;

        Position(String word) {
            this.word = word;
        }

        /** As callers see it, in kebab-case. */
        public String word() {
            return word;
        }
    }

    public CircuitState {
        requireNonNull(position);
        requireNonNull(since);
    }
}
