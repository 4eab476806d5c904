package dev.krakenflow.expression;

import dev.krakenflow.expression.jsonata.Limits;
import java.time.Duration;

/**
 * What one evaluation, and one source, may use.
 *
 * @param steps evaluated nodes
 * @param depth nested evaluations
 * @param time wall time
 * @param stringLength characters of any one string that is made
 * @param listSize elements of any one list that is made
 * @param resultNodes nodes of a result when it is written out
 * @param sourceLength characters of a source
 * @param nesting open brackets in a source
 */
public record Bounds(
        long steps,
        int depth,
        Duration time,
        int stringLength,
        int listSize,
        long resultNodes,
        int sourceLength,
        int nesting) {

    public static final Bounds DEFAULT =
            new Bounds(1_000_000, 200, Duration.ofSeconds(1), 6_000_000, 1_000_000, 1_000_000, 16 * 1024, 64);

    Limits limits() {
        return new Limits(steps, depth, time.toNanos(), stringLength, listSize, resultNodes);
    }
}
