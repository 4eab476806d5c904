package dev.krakenflow.function.pipeline.stream;

import io.smallrye.mutiny.subscription.Cancellable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event in the window. On the event loop of its stream. */
final class StreamedEvent {

    private @Nullable Cancellable run;
    private @Nullable List<Line> lines;

    void runs(Cancellable begun) {
        run = begun;
    }

    void done(List<Line> came) {
        lines = came;
        run = null;
    }

    /** What came out of it; null while it runs. */
    @Nullable List<Line> lines() {
        return lines;
    }

    void cancel() {
        if (run != null && lines == null) {
            run.cancel();
        }
    }
}
