package dev.krakenflow.expression.jsonata;

/**
 * What one evaluation may use.
 *
 * @param steps evaluated nodes
 * @param depth nested evaluations
 * @param nanos wall time
 * @param stringLength characters of any one string
 * @param listSize elements of any one list
 * @param nodes values of any one value when it is written out, with 16 characters of a string counted as one more
 */
public record Limits(long steps, int depth, long nanos, int stringLength, int listSize, long nodes) {}
