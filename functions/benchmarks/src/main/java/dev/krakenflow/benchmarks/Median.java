package dev.krakenflow.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** The value in the middle: of rounds, where one disturbed round must not count. */
public final class Median {
    private Median() {}

    /**
     * The median of what {@code value} gives for each round; of an even number, the mean of the two in the middle.
     *
     * @throws IllegalArgumentException when there are no rounds
     */
    public static <T> double of(Collection<T> rounds, ToDoubleFunction<? super T> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no rounds: " + Arrays.toString(sorted));
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
