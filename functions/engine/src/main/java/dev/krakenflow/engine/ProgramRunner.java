package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.plan.Program;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The program of one pipeline, ready to run: one runner for each component. Shared by all runs. */
final class ProgramRunner {
    private final String pipeline;
    private final ComponentRunner[] runners;
    private final int start;
    private final @Nullable SchemaField input;
    private final @Nullable SchemaField output;
    private final HandlersRunner handlers;

    /** @param runners not copied, must not be changed */
    ProgramRunner(
            String pipeline,
            Program program,
            ComponentRunner[] runners,
            @Nullable SchemaField input,
            @Nullable SchemaField output,
            HandlersRunner handlers) {
        this.pipeline = pipeline;
        this.runners = runners;
        this.start = program.start();
        this.input = input;
        this.output = output;
        this.handlers = handlers;
    }

    String pipeline() {
        return pipeline;
    }

    int start() {
        return start;
    }

    /** What the pipeline does at the end of a run. */
    HandlersRunner handlers() {
        return handlers;
    }

    ComponentRunner at(int index) {
        return runners[index];
    }

    /**
     * The event, if it is one.
     *
     * @throws RunException {@code invalid-event}
     */
    @SuppressWarnings("unchecked")
    Map<String, Object> event(Object value) {
        if (!(value instanceof Map)) {
            String detail = "an event must be an object, it is " + JsonKind.of(value);
            throw new RunException(Failure.of(FailureCode.INVALID_EVENT, detail), null);
        }
        return (Map<String, Object>) value;
    }

    /** @throws RunException {@code invalid-input} */
    void checkInput(Map<String, Object> event) {
        if (input != null) {
            input.check(event);
        }
    }

    /** @throws RunException {@code invalid-output} */
    void checkResult(Map<String, Object> event) {
        if (output != null) {
            output.check(event);
        }
    }
}
