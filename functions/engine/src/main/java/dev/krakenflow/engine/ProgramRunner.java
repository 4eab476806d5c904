package dev.krakenflow.engine;

import dev.krakenflow.plan.Program;

/** A program that is ready to run: one runner for each component. Shared by all runs. */
final class ProgramRunner {
    private final String pipeline;
    private final ComponentRunner[] runners;
    private final int start;

    /** @param runners not copied, must not be changed */
    ProgramRunner(String pipeline, Program program, ComponentRunner[] runners) {
        this.pipeline = pipeline;
        this.runners = runners;
        this.start = program.start();
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
}
