package dev.krakenflow.benchmarks.chaos;

import static java.util.Objects.requireNonNull;

/**
 * One request and what came of it, with times in {@link System#nanoTime()}.
 *
 * @param status 0 where no answer came
 */
record Probe(int number, long sentAt, long answeredAt, int status, String body) {
    private static final int MOST = 200;

    Probe {
        requireNonNull(body);
    }

    double millis() {
        return (answeredAt - sentAt) / 1e6;
    }

    @Override
    public String toString() {
        return "%d after %.0f ms: %s".formatted(status, millis(), body.substring(0, Math.min(body.length(), MOST)));
    }
}
