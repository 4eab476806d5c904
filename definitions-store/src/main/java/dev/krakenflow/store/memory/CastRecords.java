package dev.krakenflow.store.memory;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.cast.CastState;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of each event that was cast, and how many there are. Not thread-safe. */
final class CastRecords {

    /** The event that a key stands for. */
    record Known(String reference, String fingerprint) {}

    private record OnceKey(String pipeline, String key) {}

    /** An event that is not done. */
    private record Open(String pipeline, CastEvent event, CastState state) {}

    private static final CastState PENDING = new CastState.Pending();
    private static final CastDepth NONE = new CastDepth(0, 0);

    private final Duration kept;
    private final Map<String, Open> open = new HashMap<>();
    private final ExpiringMap<String, CastState> done;
    private final ExpiringMap<OnceKey, Known> once;
    private final Map<String, CastDepth> depths = new HashMap<>();

    CastRecords(InstantSource clock, CastBounds bounds) {
        this.kept = bounds.kept();
        this.done = new ExpiringMap<>(clock);
        this.once = new ExpiringMap<>(clock);
    }

    @Nullable CastState find(String reference) {
        Open record = open.get(reference);
        return record == null ? done.get(reference) : record.state();
    }

    /** The event of before that this one is; null: it is new. */
    @Nullable Known known(String pipeline, CastOnce key) {
        Known known = once.get(new OnceKey(pipeline, key.key()));
        return known != null && find(known.reference()) != null ? known : null;
    }

    void add(String pipeline, CastEvent event) {
        CastOnce key = event.once();
        if (key != null) {
            once.put(new OnceKey(pipeline, key.key()), new Known(event.reference(), key.fingerprint()), key.ttl());
        }
        open.put(event.reference(), new Open(pipeline, event, PENDING));
        count(pipeline, 1, 0);
    }

    private Open existing(String reference) {
        return requireNonNull(open.get(reference));
    }

    /** Whether an event waits, runs or will run again. */
    boolean isPending(String reference) {
        Open record = open.get(reference);
        return record != null && !(record.state() instanceof CastState.Dead);
    }

    /** As it is delivered. */
    CastEvent event(String reference) {
        CastEvent event = existing(reference).event();
        return new CastEvent(reference, event.json().clone(), event.key(), null);
    }

    /** Changes the state of an event that is pending. */
    void change(String reference, CastState state) {
        Open before = existing(reference);
        switch (state) {
            case CastState.Pending it -> open.put(reference, new Open(before.pipeline(), before.event(), it));
            case CastState.Failed it -> open.put(reference, new Open(before.pipeline(), before.event(), it));
            case CastState.Dead it -> {
                open.put(reference, new Open(before.pipeline(), before.event(), it));
                count(before.pipeline(), -1, 1);
            }
            case CastState.Done it -> finish(reference, it);
            case CastState.TooLarge it -> finish(reference, it);
        }
    }

    private void finish(String reference, CastState state) {
        Open before = existing(reference);
        open.remove(reference);
        count(before.pipeline(), -1, 0);
        CastOnce key = before.event().once();
        Duration standing = key == null ? kept : once.left(new OnceKey(before.pipeline(), key.key()));
        done.put(reference, state, standing.compareTo(kept) > 0 ? standing : kept);
    }

    /** Makes a dead event pending. */
    void revive(String reference) {
        Open before = existing(reference);
        open.put(reference, new Open(before.pipeline(), before.event(), PENDING));
        count(before.pipeline(), 1, -1);
    }

    /** Drops the events of a pipeline that are not done. */
    void forgetAll(String pipeline) {
        open.values().removeIf(record -> record.pipeline().equals(pipeline));
        depths.remove(pipeline);
    }

    CastDepth depth(String pipeline) {
        return depths.getOrDefault(pipeline, NONE);
    }

    Map<String, CastDepth> depths() {
        return Map.copyOf(depths);
    }

    private void count(String pipeline, int pending, int dead) {
        CastDepth before = depth(pipeline);
        CastDepth depth = new CastDepth(before.pending() + pending, before.dead() + dead);
        if (depth.equals(NONE)) {
            depths.remove(pipeline);
        } else {
            depths.put(pipeline, depth);
        }
    }
}
