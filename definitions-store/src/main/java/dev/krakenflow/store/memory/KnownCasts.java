package dev.krakenflow.store.memory;

import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastClaim;
import dev.krakenflow.cast.CastDelivery;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.CastStates;
import dev.krakenflow.store.memory.KnownCast.KnownKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of events whose queue is elsewhere, by their references and by their keys. Thread-safe. */
final class KnownCasts {

    /** The event that a key stands for. */
    private record Standing(String reference, String fingerprint) {}

    private final Duration kept;
    private final ExpiringMap<String, KnownCast> casts;
    private final ExpiringMap<KnownKey, Standing> keys;

    /** @param kept how long what is done is known */
    KnownCasts(InstantSource clock, Duration kept) {
        this.kept = kept;
        this.casts = new ExpiringMap<>(clock);
        this.keys = new ExpiringMap<>(clock);
    }

    synchronized CastClaim begin(Cast cast) {
        Map<KnownKey, Standing> batch = new HashMap<>();
        List<String> references = new ArrayList<>();
        List<CastEvent> unsent = new ArrayList<>();
        for (int i = 0; i < cast.events().size(); i++) {
            CastEvent event = cast.events().get(i);
            CastOnce once = event.once();
            KnownKey key = once == null ? null : new KnownKey(cast.pipeline(), once.key());
            Standing twin = key == null ? null : batch.get(key);
            Standing standing = twin == null ? standing(key) : twin;
            if (standing != null && !standing.fingerprint().equals(once == null ? "" : once.fingerprint())) {
                return new CastClaim.Mismatch(i);
            }
            String reference = standing == null ? event.reference() : standing.reference();
            references.add(reference);
            if (twin == null && waits(reference)) {
                unsent.add(new CastEvent(reference, event.json(), event.key(), once));
            }
            if (key != null && once != null) {
                batch.put(key, new Standing(reference, once.fingerprint()));
            }
        }
        unsent.forEach(event -> add(cast.pipeline(), event));
        return new CastClaim.Begun(references, unsent);
    }

    private @Nullable Standing standing(@Nullable KnownKey key) {
        Standing standing = key == null ? null : keys.get(key);
        return standing != null && casts.get(standing.reference()) != null ? standing : null;
    }

    private boolean waits(String reference) {
        KnownCast known = casts.get(reference);
        return known == null || (known.isPending() && !known.sent());
    }

    private void add(String pipeline, CastEvent event) {
        if (casts.get(event.reference()) != null) {
            return;
        }
        CastOnce once = event.once();
        KnownKey key = once == null ? null : new KnownKey(pipeline, once.key());
        casts.put(event.reference(), KnownCast.pending(key), CastStates.OPEN);
        if (key != null && once != null) {
            keys.put(key, new Standing(event.reference(), once.fingerprint()), once.ttl());
        }
    }

    synchronized void sent(Collection<String> references) {
        for (String reference : references) {
            KnownCast known = casts.get(reference);
            if (known != null) {
                casts.putKeepingEnd(reference, known.asSent());
            }
        }
    }

    synchronized CastDelivery deliver(Collection<String> references) {
        Map<String, Integer> numbers = new HashMap<>();
        Set<String> dead = new HashSet<>();
        for (String reference : references) {
            KnownCast known = known(reference);
            if (known.isDead()) {
                dead.add(reference);
            } else if (known.isPending()) {
                KnownCast delivered = known.delivered(1);
                casts.put(reference, delivered, CastStates.OPEN);
                numbers.put(reference, delivered.number());
            }
        }
        return new CastDelivery(numbers, dead);
    }

    private KnownCast known(String reference) {
        KnownCast known = casts.get(reference);
        return known == null ? KnownCast.pending(null) : known;
    }

    synchronized void settle(Collection<String> references, Map<String, CastState> states) {
        references.forEach(reference -> settle(reference, states.get(reference)));
    }

    private void settle(String reference, @Nullable CastState state) {
        KnownCast known = known(reference);
        boolean isDone = state instanceof CastState.Done || state instanceof CastState.TooLarge;
        if (known.isDone() || (known.isDead() && !isDone)) {
            return;
        }
        if (state == null) {
            if (known.number() > 0) {
                casts.putKeepingEnd(reference, known.delivered(-1));
            }
        } else if (isDone) {
            Duration standing = known.once() == null ? kept : keys.left(known.once());
            casts.put(reference, known.with(state), standing.compareTo(kept) > 0 ? standing : kept);
        } else {
            casts.put(reference, known.with(state), CastStates.OPEN);
        }
    }

    synchronized Set<String> revive(Collection<String> references) {
        Set<String> revived = new HashSet<>();
        for (String reference : references) {
            KnownCast known = known(reference);
            if (!known.isDone()) {
                casts.put(reference, known.afresh(), CastStates.OPEN);
                revived.add(reference);
            }
        }
        return revived;
    }

    synchronized @Nullable CastState find(String reference) {
        KnownCast known = casts.get(reference);
        return known == null ? null : known.state();
    }
}
