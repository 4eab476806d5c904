package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.plan.Component;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the components that an event passed, for debugging: the first and the last 500 of them. The events that a
 * composer makes share what it remembers of the event they are made of.
 */
final class History implements RunObserver {
    static final int KEPT = 500;

    private final Scheduler scheduler;
    private final Mask mask;
    private HistoryEntry.@Nullable Identity identity;

    private long count;
    private @Nullable HistoryEntry first;
    private @Nullable HistoryEntry older;
    private @Nullable HistoryEntry newer;

    private @Nullable Open inside;
    private int attempts;
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
        this.identity = new HistoryEntry.Identity(id, null);
    }

    private History(History other) {
        this.scheduler = other.scheduler;
        this.mask = other.mask;
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
        makeRoom();
        HistoryEntry before = count < KEPT ? first : newer;
        HistoryEntry entry = new HistoryEntry(
                before, count, pipeline, component, scheduler.now(), scheduler.nanoTime(), event, identity, null);
        count++;
        becomesNewest(entry);
        inside = new Open(entry, inside);
        identity = null;
        attempts = 0;
    }

    @Override
    public void called(int attempt) {
        attempts = attempt;
    }

    @Override
    public void left(Map<String, Object> event, boolean skipped) {
        if (inside == null) {
            return;
        }
        HistoryEntry entry = inside.entry();
        HistoryStay stay = new HistoryStay(scheduler.nanoTime(), event, attempts, skipped);
        if (isNewest(entry)) {
            becomesNewest(entry.closed(stay));
        } else {
            plugs = HistoryPlug.of(plugs, entry.place(), stay);
            if (plugs.length() > 4 * KEPT) {
                plugs = HistoryPlug.kept(plugs, count);
            }
        }
        inside = inside.outer();
        attempts = 0;
    }

    @Override
    public RunObserver composed(EventId event, EventId parent) {
        History history = new History(this);
        if (inside != null) {
            HistoryEntry entry = inside.entry().of(new HistoryEntry.Identity(event, parent));
            history.becomesNewest(entry);
            history.inside = new Open(entry, inside.outer());
        }
        return history;
    }

    @Override
    public void ended() {
        if (inside != null && isNewest(inside.entry()) && attempts > 0) {
            becomesNewest(inside.entry().closed(stayUntilNow(attempts)));
        }
        end = stayUntilNow(0);
    }

    @Override
    public void failed(Failure failure) {
        ended();
    }

    @Override
    public List<Map<String, Object>> entries() {
        HistoryStay open = end == null ? stayUntilNow(0) : end;
        return new HistoryEntries(count, first, older, newer, plugs, open, mask);
    }

    private HistoryStay stayUntilNow(int calls) {
        return new HistoryStay(scheduler.nanoTime(), null, calls, false);
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
