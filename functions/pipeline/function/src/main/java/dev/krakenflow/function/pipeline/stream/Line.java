package dev.krakenflow.function.pipeline.stream;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.json.JsonWriter;

/**
 * One line of a streamed answer.
 *
 * @param problem whether it is the problem of a failure
 * @param json without line breaks
 */
public record Line(boolean problem, String json) {
    public Line {
        requireNonNull(json);
    }

    /** A failure as its problem. */
    public static Line of(Failure failure) {
        return new Line(true, JsonWriter.write(failure.problem()));
    }
}
