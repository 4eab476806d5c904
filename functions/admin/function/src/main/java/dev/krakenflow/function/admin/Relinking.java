package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Problem;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Links whatever uses a changed definition anew, over any number of steps: a helper library's users are services and
 * pipelines, a service's are pipelines, and so are those of a plugged pipeline. Thread-safe.
 */
final class Relinking {

    private static final int MOST_WARNINGS = 50;

    /** What can only be wrong because something that was used has changed. */
    private static final Set<ProblemCode> BROKEN =
            EnumSet.of(ProblemCode.UNKNOWN_FUNCTION, ProblemCode.BAD_EXPRESSION, ProblemCode.DUPLICATE_NAME);

    private final DefinitionStore store;
    private final Compilers compilers;

    Relinking(DefinitionStore store, Compilers compilers) {
        this.store = store;
        this.compilers = compilers;
    }

    /**
     * New plans, and warnings about what is wrong with their pipelines or services now.
     *
     * @param plans pipeline → plan
     */
    record Relinked(Map<String, Plan> plans, List<Problem> warnings) {}

    /** Reads records without those that have to do with them. */
    Uni<Snapshot> readAlone(Collection<RecordKey> keys) {
        Snapshot snapshot = new Snapshot(store);
        return snapshot.read(keys).replaceWith(snapshot);
    }

    /** Reads records and what they use: all that it takes to compile them. */
    Uni<Snapshot> readUsed(Collection<RecordKey> keys) {
        Snapshot snapshot = new Snapshot(store);
        return snapshot.readAllUsed(keys).replaceWith(snapshot);
    }

    /** Nothing that was read yet. */
    Snapshot empty() {
        return new Snapshot(store);
    }

    /** Reads all that {@link #relink} needs, see there. */
    Uni<Snapshot> readAll(Set<RecordKey> changed, Set<RecordKey> used) {
        return readAll(empty(), changed, used);
    }

    /**
     * Reads all that {@link #relink} needs.
     *
     * @param snapshot what was read already
     * @param changed what a draft is about to change
     * @param used what it will use
     */
    Uni<Snapshot> readAll(Snapshot snapshot, Set<RecordKey> changed, Set<RecordKey> used) {
        Set<RecordKey> claimed = new TreeSet<>(used);
        claimed.removeIf(key -> key.kind() != Kind.TRIGGERS);
        return snapshot.readAllUsers(changed)
                .chain(() -> snapshot.readUsers(claimed))
                .chain(() -> {
                    Set<RecordKey> all = new TreeSet<>(changed);
                    all.addAll(used);
                    all.addAll(snapshot.affected());
                    return snapshot.readAllUsed(all);
                })
                .chain(() -> snapshot.readNamesInsteadOf(used, Kind.HELPERS))
                .chain(() -> snapshot.readNamesInsteadOf(used, Kind.PIPELINES))
                .replaceWith(snapshot);
    }

    /** The definitions as they will be. */
    LinkedDefinitions linked(Snapshot snapshot, Collection<Change.Put> puts, Collection<RecordKey> deletes) {
        return new LinkedDefinitions(compilers, snapshot, puts, deletes);
    }

    /**
     * Links everything that is affected by a draft.
     *
     * @param changed what the draft changes, which is not linked here
     */
    Relinked relink(Snapshot snapshot, LinkedDefinitions linked, Set<RecordKey> changed) {
        Map<String, Plan> plans = new LinkedHashMap<>();
        List<Problem> warnings = new ArrayList<>();
        for (DefinitionRecord user : snapshot.found(snapshot.affected())) {
            RecordKey key = user.key();
            if (changed.contains(key)) {
                continue;
            }
            if (key.kind() == Kind.PIPELINES) {
                var compiled = compilers.relinkPipeline(user.definition(), linked);
                plans.put(key.name(), compiled.value());
                warn(key, compiled.warnings(), warnings);
            } else if (key.kind() == Kind.SERVICES) {
                linked.compiled(key.name()).ifPresent(compiled -> warn(key, compiled.warnings(), warnings));
            }
        }
        return new Relinked(plans, warnings);
    }

    private static void warn(RecordKey user, List<Problem> findings, List<Problem> into) {
        findings.stream()
                .filter(finding -> BROKEN.contains(finding.code()) && into.size() < MOST_WARNINGS)
                .map(finding -> new Problem(
                        finding.code(),
                        "",
                        user + " cannot be run as it was at " + finding.pointer() + ": " + finding.message(),
                        finding.hint()))
                .forEach(into::add);
    }
}
