package dev.krakenflow.observability;

import dev.krakenflow.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * The stay of an event in one component, inside of those around it. The events that a composer makes stay in it together,
 * so it is over when the last of them has left. Everything here happens in the turns of one run.
 */
public abstract class Stay {
    private final @Nullable Stay around;
    private int events = 1;

    /** @param around the stay in the component that plugs the pipeline; null: there is none */
    protected Stay(@Nullable Stay around) {
        this.around = around;
    }

    /** The stay in the component that plugs the pipeline; null: there is none. */
    public final @Nullable Stay around() {
        return around;
    }

    /** Another event is here too, and in all around. */
    final void shared() {
        for (Stay stay = this; stay != null; stay = stay.around) {
            stay.events++;
        }
    }

    /** An event leaves; the last one ends the stay. */
    final void leave(boolean skipped, @Nullable Failure failure) {
        events--;
        if (events == 0) {
            end(skipped, failure);
        }
    }

    /**
     * The stay is over.
     *
     * @param skipped whether the component's condition did not hold
     * @param failure why the event left; null: it passed, or ended here
     */
    protected abstract void end(boolean skipped, @Nullable Failure failure);
}
