package dev.krakenflow.function.runtime;

/** Which runs are logged, as the configuration says it. */
enum LoggedRuns {
    NONE,
    /** Those that failed, their code and place; some a second, the others are counted. */
    FAILED
}
