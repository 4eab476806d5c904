package dev.krakenflow.definition;

/**
 * How many calls run at the same time, with the defaults where nothing was written.
 *
 * @param maxConcurrent calls that run, 1 to 10,000
 * @param queue calls that wait, 0 to 10,000
 */
public record BulkheadDefinition(int maxConcurrent, int queue) {}
