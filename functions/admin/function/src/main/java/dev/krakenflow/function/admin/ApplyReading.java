package dev.krakenflow.function.admin;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads what applying a set depends on: the more of it is new, the more. Thread-safe. */
final class ApplyReading {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.HELPERS, Kind.SERVICES, Kind.PIPELINES);

    private final Relinking relinking;

    ApplyReading(Relinking relinking) {
        this.relinking = relinking;
    }

    /** All that {@link ApplyDraft} needs. */
    Uni<Snapshot> read(DefinitionSet set, boolean prune) {
        Snapshot snapshot = relinking.empty();
        return snapshot.read(named(set))
                .chain(() -> prune ? readNames(snapshot) : Uni.createFrom().voidItem())
                .chain(() -> readAround(set, prune, snapshot));
    }

    /** The definitions of the set, and those that they name. */
    private static Set<RecordKey> named(DefinitionSet set) {
        Set<RecordKey> named = new TreeSet<>(set.keys());
        set.members().forEach(member -> named.addAll(member.uses()));
        named.removeIf(key -> key.kind() == Kind.TRIGGERS);
        if (set.routes().isPresent()) {
            named.add(RecordKey.ROUTES);
        }
        return named;
    }

    private static Uni<Void> readNames(Snapshot snapshot) {
        Uni<Void> names = Uni.createFrom().voidItem();
        for (Kind kind : KINDS) {
            names = names.chain(() -> snapshot.readNames(kind));
        }
        return names;
    }

    private Uni<Snapshot> readAround(DefinitionSet set, boolean prune, Snapshot snapshot) {
        Set<RecordKey> changed = new TreeSet<>();
        Set<RecordKey> used = new TreeSet<>();
        for (SetMember<?> member : set.members()) {
            if (member.isNewToItsUsers(snapshot.find(member.key()))) {
                changed.add(member.key());
            }
            if (changed.contains(member.key()) || lacksSomething(member, set, snapshot)) {
                used.addAll(member.uses());
            }
        }
        if (prune) {
            changed.addAll(leaving(set, snapshot));
        }
        changed.removeIf(key -> key.name().isEmpty());
        return relinking.readAll(snapshot, changed, used);
    }

    /** Whether a definition names something that it cannot do without, and that is neither stored nor in the set. */
    static boolean lacksSomething(SetMember<?> member, DefinitionSet set, Snapshot snapshot) {
        return member.uses().stream()
                .filter(used -> used.kind() == Kind.HELPERS || used.kind() == Kind.PIPELINES)
                .anyMatch(used -> snapshot.find(used) == null && !set.keys().contains(used));
    }

    /** What is stored and not in the set. */
    static Set<RecordKey> leaving(DefinitionSet set, Snapshot snapshot) {
        Set<RecordKey> leaving = snapshot.defined();
        leaving.removeIf(key -> !KINDS.contains(key.kind()));
        leaving.removeAll(set.keys());
        return leaving;
    }
}
