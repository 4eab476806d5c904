package dev.krakenflow.expression;

import java.util.Map;

/**
 * What one evaluation is given beside its input.
 *
 * @param variables values of the scope's variables; a variable without a value is missing
 * @param deadlineNanos moment of {@link System#nanoTime()} when the run's budget ends; an evaluation stops there, or
 *     when its own wall time is used up
 */
public record Evaluation(Map<String, Object> variables, long deadlineNanos) {}
