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

    /** @param runners not copied, must not be changed */
    ProgramRunner(
            String pipeline,
            Program program,
            ComponentRunner[] runners,
            @Nullable SchemaField input,
            @Nullable SchemaField output) {
        this.pipeline = pipeline;
        this.runners = runners;
        this.start = program.start();
        this.input = input;
        this.output = output;
    }

    String pipeline() {
        return pipeline;
    }

    int start() {
        return start;
    }

    ComponentRunner at(int index) {
        return runners[index];
    }

    /**
     * The event, if it may enter.
     *
     * @throws RunException {@code invalid-event}, {@code invalid-input}
     */
    @SuppressWarnings("unchecked")
    Map<String, Object> checkedEvent(Object event) {
        if (!(event instanceof Map)) {
            String detail = "an event must be an object, it is " + JsonKind.of(event);
            throw new RunException(Failure.of(FailureCode.INVALID_EVENT, detail), null);
        }
        if (input != null) {
            input.check(event);
        }
        return (Map<String, Object>) event;
    }

    /** @throws RunException {@code invalid-output} */
    void checkResult(Map<String, Object> event) {
        if (output != null) {
            output.check(event);
        }
    }
}
