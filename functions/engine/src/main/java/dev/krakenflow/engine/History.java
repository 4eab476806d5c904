package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the components that an event passed, for debugging: the first and the last 500 of them. The events that a
 * composer makes share what it remembers of the event they are made of.
 */
final class History implements PathObserver {
    static final int KEPT = 500;

    private final Scheduler scheduler;
    private final Mask mask;
    private final BranchRoom room;
    private final boolean isBranch;
    private HistoryEntry.@Nullable Identity identity;

    private long count;
    private @Nullable HistoryEntry first;
    private @Nullable HistoryEntry older;
    private @Nullable HistoryEntry newer;

    private @Nullable Open inside;
    private int attempts;
    private @Nullable HistoryBranches branches;
    private long leftOut;
    private @Nullable HistoryPlug plugs;
    private @Nullable HistoryStay end;

    /** An entry whose stay has not ended, in the plug around it. */
    private record Open(HistoryEntry entry, @Nullable Open outer) {}

    /**
     * The history of an event that came from outside.
     *
     * @param mask hides what nobody may see in it
     */
    History(Scheduler scheduler, Mask mask, EventId id) {
        this.scheduler = scheduler;
        this.mask = mask;
        this.room = new BranchRoom();
        this.isBranch = false;
        this.identity = new HistoryEntry.Identity(id, null);
    }

    /** The history of the same event in a branch, or of an item of it. */
    private History(Scheduler scheduler, Mask mask, BranchRoom room) {
        this.scheduler = scheduler;
        this.mask = mask;
        this.room = room;
        this.isBranch = true;
    }

    private History(History other) {
        this.scheduler = other.scheduler;
        this.mask = other.mask;
        this.room = other.room;
        this.isBranch = other.isBranch;
        this.leftOut = other.leftOut;
        this.count = other.count;
        this.first = other.first;
        this.older = other.older;
        this.newer = other.newer;
        this.inside = other.inside;
        this.attempts = other.attempts;
        this.plugs = other.plugs;
    }

    @Override
    public void entered(String pipeline, Component component, Map<String, Object> event) {
        if (isBranch && !room.take()) {
            leftOut++;
            return;
        }
        makeRoom();
        HistoryEntry before = count < KEPT ? first : newer;
        HistoryEntry entry = new HistoryEntry(
                before, count, pipeline, component, scheduler.now(), scheduler.nanoTime(), event, identity, null);
        count++;
        becomesNewest(entry);
        inside = new Open(entry, inside);
        identity = null;
        attempts = 0;
        branches = null;
    }

    @Override
    public void called(int attempt) {
        attempts = attempt;
    }

    @Override
    public void left(Map<String, Object> event, boolean skipped) {
        if (inside != null && leftOut == 0) {
            close(inside, new HistoryStay(scheduler.nanoTime(), event, attempts, skipped, branches));
        }
    }

    @Override
    public void failed(Failure failure) {
        if (inside != null && leftOut == 0) {
            close(inside, stayUntilNow(attempts, branches));
        }
    }

    private void close(Open open, HistoryStay stay) {
        HistoryEntry entry = open.entry();
        if (isNewest(entry)) {
            becomesNewest(entry.closed(stay));
        } else {
            plugs = HistoryPlug.of(plugs, entry.place(), stay);
            if (plugs.length() > 4 * KEPT) {
                plugs = HistoryPlug.kept(plugs, count);
            }
        }
        inside = open.outer();
        attempts = 0;
        branches = null;
    }

    @Override
    public PathObserver branch(@Nullable String name) {
        if (leftOut > 0) {
            return NONE;
        }
        if (branches == null) {
            branches = new HistoryBranches();
        }
        if (name == null && !room.take()) {
            branches.leaveOut();
            return NONE;
        }
        History branch = new History(scheduler, mask, room);
        branches.add(name, branch);
        return branch;
    }

    /** How many components, the newest, are not among the entries, because there was no room. */
    long leftOut() {
        return leftOut;
    }

    @Override
    public PathObserver composed(EventId event, EventId parent) {
        History history = new History(this);
        if (inside != null) {
            HistoryEntry entry = inside.entry().of(new HistoryEntry.Identity(event, parent));
            history.becomesNewest(entry);
            history.inside = new Open(entry, inside.outer());
        }
        return history;
    }

    @Override
    public PathObserver becomes(EventId event, EventId parent) {
        return composed(event, parent);
    }

    @Override
    public void ended() {
        if (inside != null && leftOut == 0 && isNewest(inside.entry())) {
            becomesNewest(inside.entry().closed(stayUntilNow(attempts, branches)));
        }
        end = stayUntilNow(0, null);
    }

    @Override
    public HistoryEntries entries() {
        HistoryStay open = end == null ? stayUntilNow(0, null) : end;
        return new HistoryEntries(count, first, older, newer, plugs, open, mask);
    }

    private HistoryStay stayUntilNow(int calls, @Nullable HistoryBranches itsBranches) {
        return new HistoryStay(scheduler.nanoTime(), null, calls, false, itsBranches);
    }

    private boolean isNewest(HistoryEntry entry) {
        return entry.place() == count - 1;
    }

    private void becomesNewest(HistoryEntry entry) {
        if (count <= KEPT) {
            first = entry;
        } else {
            newer = entry;
        }
    }

    /** Before another entry comes: those that nobody will ask for go. */
    private void makeRoom() {
        if (count > KEPT && (count - KEPT) % KEPT == 0) {
            older = newer;
            newer = null;
        }
    }
}
