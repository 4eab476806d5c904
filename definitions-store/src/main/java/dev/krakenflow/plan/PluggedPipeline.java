package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline that another one plugs: what of it holds there. Its limits, triggers and concurrency do not; those of the
 * outermost pipeline do.
 *
 * @param program what an event passes
 * @param input full JSON Schema of the events that enter; null: any object
 * @param output full JSON Schema of the results; null: any object
 * @param timeout bounds one run of it
 * @param handlers what it does at the end of a run
 */
public record PluggedPipeline(
        Program program, @Nullable JsonNode input, @Nullable JsonNode output, Duration timeout, Handlers handlers) {
    public PluggedPipeline {
        requireNonNull(program);
        requireNonNull(timeout);
        requireNonNull(handlers);
    }

    /** A pipeline without handlers. */
    public PluggedPipeline(Program program, @Nullable JsonNode input, @Nullable JsonNode output, Duration timeout) {
        this(program, input, output, timeout, Handlers.NONE);
    }
}
