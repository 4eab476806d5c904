package dev.krakenflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The place of one path's outcome among those of its run, a ring that begins and ends in a slot without a path. The
 * events that a composer makes stand in the place of the one they are made of, whatever they take; so a run needs
 * memory for what is there, not for what there was.
 */
final class Slot implements PathEnd {
    private final Run run;
    private Slot before = this;
    private Slot behind = this;
    private @Nullable Path path;
    private @Nullable Outcome outcome;

    Slot(Run run) {
        this.run = run;
    }

    /** A new slot behind this one. */
    Slot insert() {
        Slot slot = new Slot(run);
        slot.before = this;
        slot.behind = behind;
        behind.before = slot;
        behind = slot;
        return slot;
    }

    /** Whether no other slot with a path or an outcome is in the ring. */
    boolean isAlone() {
        return before == behind;
    }

    void remove() {
        before.behind = behind;
        behind.before = before;
    }

    @Override
    public void goes(Path going) {
        path = going;
    }

    @Override
    public List<PathEnd> beside(int others) {
        List<PathEnd> slots = new ArrayList<>(others);
        Slot last = this;
        for (int i = 0; i < others; i++) {
            last = last.insert();
            slots.add(last);
        }
        return slots;
    }

    @Override
    public void completed(Map<String, Object> event, PathObserver observer) {
        run.completed(this, event, observer);
    }

    @Override
    public void ended(PathObserver observer) {
        run.ended(this, observer);
    }

    @Override
    public void failed(RunException failed, PathObserver observer) {
        run.failed(this, failed, observer);
    }

    @Override
    public void cancelled() {
        run.cancelled(this);
    }

    void ends(@Nullable Outcome end) {
        path = null;
        outcome = end;
    }

    /** Cancels the paths of the ring that go on. */
    void cancelAll() {
        for (Slot slot = behind; slot != this; slot = slot.behind) {
            if (slot.path != null) {
                slot.path.cancel();
            }
        }
    }

    /** The outcomes of the ring, in their order. */
    List<Outcome> outcomes() {
        if (behind.behind == this && behind.outcome != null) {
            return List.of(behind.outcome);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Slot slot = behind; slot != this; slot = slot.behind) {
            if (slot.outcome != null) {
                outcomes.add(slot.outcome);
            }
        }
        return outcomes;
    }
}
