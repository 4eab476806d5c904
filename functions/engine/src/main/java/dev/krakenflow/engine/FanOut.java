package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.plan.Parallel.Mode;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a component that sends copies of its event through several parts: begins them in their order, at most so
 * many at a time, and ends as its mode says. Everything here happens in {@link Turns}. A part that does not wait runs to
 * its end in the turn that begins it; between two of them the thread is given back when it was held long enough.
 */
final class FanOut implements Cancellable {
    private final Path path;
    private final Parts parts;
    private final Mode mode;
    private final int atOnce;
    private final @Nullable PartEnd[] going;

    private int begun;
    private int ended;
    private boolean beginning;
    private @Nullable Wait whole;

    /**
     * @param path waits in the component meanwhile
     * @param atOnce how many parts go on at the same time, at least 1
     */
    FanOut(Path path, Parts parts, Mode mode, int atOnce) {
        this.path = path;
        this.parts = parts;
        this.mode = mode;
        this.atOnce = atOnce;
        this.going = new PartEnd[parts.count()];
    }

    /** @param wait is told the end; what came of the parts is with them */
    void begin(Wait wait) {
        whole = wait;
        goOn();
    }

    /** Its path is stopped: so are the parts that go on, and no more begin. */
    @Override
    public void cancel() {
        whole = null;
        for (Path part : letGo()) {
            path.stopToo(part);
        }
    }

    /** Those that go on, the last one first: a call that waits must not get the connection of one that is stopped. */
    private List<Path> letGo() {
        List<Path> paths = new ArrayList<>();
        for (int i = begun - 1; i >= 0; i--) {
            PartEnd part = going[i];
            if (part != null) {
                ends(part);
                paths.add(part.path());
            }
        }
        return paths;
    }

    /** A part has a result. */
    void completed(PartEnd part, Map<String, Object> event) {
        if (isLetGo(part)) {
            return;
        }
        ends(part);
        path.keep(part.path());
        parts.completed(part.index(), event);
        if (mode == Mode.ANY) {
            end(List.of()).item(null);
        } else {
            goOn();
        }
    }

    /** A part ended without a result. */
    void ended(PartEnd part) {
        if (isLetGo(part)) {
            return;
        }
        ends(part);
        path.keep(part.path());
        goOn();
    }

    /** A part failed. What is not its own, such as a deadline around it, is the failure of the whole in every mode. */
    void failed(PartEnd part, RunException failed) {
        if (isLetGo(part)) {
            return;
        }
        ends(part);
        List<Path> lost = List.of(part.path());
        if (!tellsFailures() || failed.endsAllAround()) {
            end(lost).failure(failed);
        } else {
            path.lose(lost);
            parts.failed(part.index(), path.run().hidden(failed.failure()));
            goOn();
        }
    }

    /** Whether failures of single parts are told, with what was undone of them, while the others go on. */
    boolean tellsFailures() {
        return mode != Mode.ALL;
    }

    /** Whether it was stopped before, when it was about to end: nobody waits for it any more. */
    private boolean isLetGo(PartEnd part) {
        return going[part.index()] == null;
    }

    private void ends(PartEnd part) {
        going[part.index()] = null;
        ended++;
    }

    /**
     * The end has come: the parts that go on are of no use.
     *
     * @param failed a part of which the same is true
     * @return who waits for it
     */
    private Wait end(List<Path> failed) {
        Wait waiting = requireNonNull(whole);
        whole = null;
        List<Path> lost = letGo();
        lost.addAll(failed);
        path.lose(lost);
        return waiting;
    }

    /** Begins more parts, or ends; the turn that begins parts, if there is one, sees to that itself. */
    private void goOn() {
        if (beginning) {
            return;
        }
        if (ended == going.length) {
            end(List.of()).item(null);
        } else if (begun < going.length) {
            beginning = true;
            path.run().turns().add(this::beginParts);
        }
    }

    /**
     * A turn. Goes on in another one when a part waits, or gave the thread back; when all have ended, the path that
     * waits for them goes on in this one.
     */
    private void beginParts() {
        Runnable later = this::beginParts;
        try {
            while (whole != null && begun < going.length && begun - ended < atOnce) {
                if (!path.loop().mayGoOn(later)) {
                    return;
                }
                if (!begin(begun++)) {
                    path.run().turns().add(later);
                    return;
                }
            }
        } catch (Throwable thrown) {
            end(List.of()).failure(thrown);
        }
        beginning = false;
        if (whole != null && ended == going.length) {
            end(List.of()).itemInTurn(null);
        }
    }

    /** @return whether the part has ended */
    private boolean begin(int index) {
        PartEnd part = new PartEnd(this, index);
        going[index] = part;
        path.branch(part, parts.program(index), parts.event(index), parts.branch(index))
                .start();
        return going[index] == null;
    }
}
