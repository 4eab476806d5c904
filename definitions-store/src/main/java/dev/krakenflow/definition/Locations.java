package dev.krakenflow.definition;

import java.util.Arrays;

/** The locations of all values of a document, in document order; two numbers each, because there can be many. */
final class Locations {
    private int[] numbers = new int[256];
    private int size;

    void add(Location location) {
        add(location.line(), location.column());
    }

    /** Adds those of a part once more: a YAML alias stands for what was written before. */
    void repeat(int from, int to) {
        for (int i = from; i < to; i++) {
            Location location = get(i);
            add(location.line(), location.column());
        }
    }

    private void add(int line, int column) {
        if (2 * size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        numbers[2 * size] = line;
        numbers[2 * size + 1] = column;
        size++;
    }

    Location get(int index) {
        return new Location(numbers[2 * index], numbers[2 * index + 1]);
    }

    int size() {
        return size;
    }
}
