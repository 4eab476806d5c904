package dev.krakenflow.function.pipeline;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicBoolean;

/** What is to be done when a {@code Uni} has ended, in whatever way. */
final class Ending {

    private Ending() {}

    /**
     * The work, with something to be done once it has ended. Mutiny alone would do that again when what has ended is
     * cancelled, as it is where its item is still on the way to another thread. To be subscribed to once.
     */
    static <T> Uni<T> once(Uni<T> work, Runnable end) {
        AtomicBoolean ended = new AtomicBoolean();
        return work.onTermination().invoke(() -> {
            if (ended.compareAndSet(false, true)) {
                end.run();
            }
        });
    }
}
