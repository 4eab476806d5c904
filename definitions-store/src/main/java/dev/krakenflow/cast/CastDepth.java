package dev.krakenflow.cast;

/**
 * How full the queue of one pipeline is.
 *
 * @param pending events that wait, run, or will run again
 * @param dead events that are kept until they are redriven
 */
public record CastDepth(long pending, long dead) {}
