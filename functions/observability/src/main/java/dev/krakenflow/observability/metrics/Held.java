package dev.krakenflow.observability.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Things by their names that are there as long as somebody holds them. Thread-safe. */
final class Held<T> {
    private final Map<String, T> things = new HashMap<>();
    private final Map<String, Integer> holders = new HashMap<>();
    private final Function<String, T> make;
    private final Consumer<T> end;

    Held(Function<String, T> make, Consumer<T> end) {
        this.make = make;
        this.end = end;
    }

    /** The thing, with one more who holds it. */
    synchronized T take(String name) {
        holders.merge(name, 1, Integer::sum);
        return things.computeIfAbsent(name, make);
    }

    /** The thing, if anybody holds it. */
    synchronized @Nullable T find(String name) {
        return things.get(name);
    }

    /** One holds it no more; once for each {@link #take}. */
    synchronized void release(String name) {
        if (holders.merge(name, -1, Integer::sum) == 0) {
            holders.remove(name);
            end.accept(things.remove(name));
        }
    }
}
