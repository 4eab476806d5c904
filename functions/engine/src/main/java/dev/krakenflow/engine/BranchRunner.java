package dev.krakenflow.engine;

/** One branch of a parallel. */
record BranchRunner(String name, ProgramRunner program) {}
