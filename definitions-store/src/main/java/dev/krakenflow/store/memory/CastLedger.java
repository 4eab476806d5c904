package dev.krakenflow.store.memory;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was cast, where it waits and who holds it. Thread-safe. */
final class CastLedger {

    private record Held(String consumer, CastEntry entry) {}

    private final int most;
    private final CastRecords records;
    private final CastLines lines;
    private final Set<String> consumers = new HashSet<>();
    private final Map<String, Held> held = new HashMap<>();

    CastLedger(InstantSource clock, CastBounds bounds) {
        this.most = bounds.most();
        this.records = new CastRecords(clock, bounds);
        this.lines = new CastLines(clock);
    }

    synchronized Acceptance offer(Cast cast) {
        List<String> references = new ArrayList<>();
        Map<String, CastRecords.Known> batch = new HashMap<>();
        List<CastEvent> fresh = new ArrayList<>();
        for (CastEvent event : cast.events()) {
            CastOnce once = event.once();
            CastRecords.Known known = once == null ? null : known(cast.pipeline(), once, batch);
            if (once != null && known != null && !known.fingerprint().equals(once.fingerprint())) {
                return new Acceptance.Mismatch(references.size());
            }
            if (once != null && known == null) {
                batch.put(once.key(), new CastRecords.Known(event.reference(), once.fingerprint()));
            }
            if (known == null && records.find(event.reference()) == null) {
                fresh.add(event);
            }
            references.add(known == null ? event.reference() : known.reference());
        }
        return accept(cast, fresh, references);
    }

    private CastRecords.@Nullable Known known(String pipeline, CastOnce once, Map<String, CastRecords.Known> batch) {
        CastRecords.Known known = batch.get(once.key());
        return known == null ? records.known(pipeline, once) : known;
    }

    private Acceptance accept(Cast cast, List<CastEvent> fresh, List<String> references) {
        if (fresh.isEmpty()) {
            return new Acceptance.Accepted(references);
        }
        if (consumers.isEmpty()) {
            return new Acceptance.NoConsumer();
        }
        CastDepth depth = records.depth(cast.pipeline());
        if (depth.pending() + depth.dead() + fresh.size() > most) {
            return new Acceptance.Full();
        }
        fresh.forEach(event -> records.add(cast.pipeline(), event));
        CastEntry.of(cast, fresh).forEach(lines::add);
        return new Acceptance.Accepted(references);
    }

    synchronized @Nullable CastState find(String reference) {
        return records.find(reference);
    }

    synchronized void join(String consumer) {
        consumers.add(consumer);
    }

    /** Nothing when the consumer has left. */
    synchronized List<Delivery> take(String consumer, Room room) {
        List<Delivery> taken = new ArrayList<>();
        if (!consumers.contains(consumer)) {
            return taken;
        }
        lines.addWhatIsDue();
        for (String pipeline : lines.pipelines()) {
            int left = Math.min(room.of(pipeline), room.most() - taken.size());
            while (left > 0) {
                CastEntry next = lines.next(pipeline);
                if (next == null) {
                    break;
                }
                List<String> pending =
                        next.references().stream().filter(records::isPending).toList();
                if (!pending.isEmpty()) {
                    taken.add(deliver(consumer, next.with(pending)));
                    left--;
                }
            }
        }
        return taken;
    }

    private Delivery deliver(String consumer, CastEntry entry) {
        String id = UUID.randomUUID().toString();
        held.put(id, new Held(consumer, entry));
        List<CastEvent> events = entry.references().stream().map(records::event).toList();
        return new Delivery(id, entry.pipeline(), events, entry.before() + 1, entry.tracing());
    }

    synchronized void settle(String consumer, Delivery delivery, Map<String, CastState> states, Duration again) {
        Held its = held.get(delivery.id());
        if (its == null || !its.consumer().equals(consumer)) {
            states.forEach((reference, state) -> finishOfAnother(reference, state));
            return;
        }
        held.remove(delivery.id());
        CastEntry entry = its.entry();
        List<String> pending =
                entry.references().stream().filter(records::isPending).toList();
        pending.forEach(reference -> change(reference, states.get(reference)));
        lines.addDead(entry.with(pending.stream()
                .filter(reference -> states.get(reference) instanceof CastState.Dead)
                .toList()));
        boolean failed = states.values().stream().anyMatch(CastState.Failed.class::isInstance);
        List<String> left = pending.stream().filter(records::isPending).toList();
        lines.addLater((failed ? entry.delivered() : entry).with(left), again);
    }

    private void finishOfAnother(String reference, CastState state) {
        boolean done = state instanceof CastState.Done || state instanceof CastState.TooLarge;
        if (done && records.isPending(reference)) {
            records.change(reference, state);
        }
    }

    private void change(String reference, @Nullable CastState state) {
        if (state != null) {
            records.change(reference, state);
        }
    }

    synchronized void leave(String consumer) {
        consumers.remove(consumer);
        List<Held> its = held.values().stream()
                .filter(it -> it.consumer().equals(consumer))
                .toList();
        held.values().removeIf(it -> it.consumer().equals(consumer));
        its.forEach(it -> lines.add(it.entry().delivered()));
    }

    synchronized int redrive(String pipeline) {
        int revived = 0;
        for (CastEntry entry : lines.takeDead(pipeline)) {
            entry.references().forEach(records::revive);
            revived += entry.references().size();
            lines.add(entry.afresh());
        }
        return revived;
    }

    synchronized Map<String, CastDepth> depths() {
        return records.depths();
    }

    synchronized void forget(String pipeline) {
        records.forgetAll(pipeline);
        lines.forget(pipeline);
        held.values().removeIf(it -> it.entry().pipeline().equals(pipeline));
    }

    /** How long a consumer may wait before something is due. */
    synchronized Duration untilNext(Duration longest) {
        return lines.untilNext(longest);
    }
}
