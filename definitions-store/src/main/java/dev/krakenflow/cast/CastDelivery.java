package dev.krakenflow.cast;

import java.util.Map;
import java.util.Set;

/**
 * What is to become of events that a queue has delivered; those that are done are in neither.
 *
 * @param numbers of those that are to run: how often they were delivered, this time included
 * @param dead those that must not run again
 */
public record CastDelivery(Map<String, Integer> numbers, Set<String> dead) {
    public CastDelivery {
        numbers = Map.copyOf(numbers);
        dead = Set.copyOf(dead);
    }
}
