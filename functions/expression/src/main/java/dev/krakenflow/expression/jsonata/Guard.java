package dev.krakenflow.expression.jsonata;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows which meter counts on the current thread. Functions that are shared by evaluations find theirs here. */
final class Guard {

    private final ThreadLocal<Meter> current = new ThreadLocal<>();

    Meter meter() {
        Meter meter = current.get();
        if (meter == null) {
            throw new IllegalStateException("evaluated without a meter");
        }
        return meter;
    }

    /** Runs an evaluation under a meter; another one that is under way on this thread goes on with its own. */
    <T extends @Nullable Object> T under(Meter meter, Supplier<T> evaluation) {
        Meter outer = current.get();
        current.set(meter);
        try {
            return evaluation.get();
        } finally {
            current.set(outer);
        }
    }
}
