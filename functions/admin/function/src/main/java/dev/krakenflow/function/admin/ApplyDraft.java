package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.krakenflow.definition.Document;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Works out what applying a set changes. What is as it was, and uses only what is, keeps its plan and is not compiled.
 * Used by one thread.
 */
final class ApplyDraft {

    private final DefinitionSet set;
    private final Snapshot snapshot;
    private final Relinking relinking;
    private final Inspection inspection = new Inspection();
    private final Fates fates;
    private final List<Change.Put> puts = new ArrayList<>();
    private final Set<RecordKey> leaving = new TreeSet<>();

    /**
     * @param snapshot what {@link ApplyReading} has read
     * @param request whether the rest is deleted, and whether differences are told
     */
    ApplyDraft(DefinitionSet set, ApplyRequest request, Snapshot snapshot, Relinking relinking) {
        this.set = set;
        this.snapshot = snapshot;
        this.relinking = relinking;
        this.fates = new Fates(request.dryRun());
        if (request.prune()) {
            ApplyReading.leaving(set, snapshot).stream()
                    .filter(key -> snapshot.find(key) != null)
                    .forEach(leaving::add);
        }
    }

    /**
     * The draft.
     *
     * @throws dev.krakenflow.function.http.RequestException {@code invalid-definition} with the problems of the whole set,
     *     or {@code payload-too-large}
     */
    Draft work() {
        set.members().forEach(this::decide);
        LargestWrite.check(puts.size() + leaving.size());
        set.routes().ifPresent(this::decideRoutes);
        List<RecordKey> deletes = deletes();
        LinkedDefinitions linked = relinking.linked(snapshot, puts, deletes);
        Map<String, Plan> plans = new LinkedHashMap<>(compile(linked));
        Set<RecordKey> decided = new LinkedHashSet<>(set.keys());
        decided.addAll(leaving);
        Relinking.Relinked relinked = relinking.relink(snapshot, linked, decided);
        plans.putAll(relinked.plans());
        inspection.warnings(LostFunctions.of(plans, places()), "");
        inspection.warnings(relinked.warnings(), "");
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), puts, deletes, plans);
        return new Draft(change, fates.answer(inspection));
    }

    private void decide(SetMember<?> member) {
        DefinitionRecord stored = snapshot.find(member.key());
        Fate fate = member.fate(stored);
        if (fate != Fate.UNCHANGED) {
            puts.add(member.put(stored));
        }
        fates.add(fate, member.key().toString());
        if (stored != null && fate == Fate.CHANGED) {
            fates.changed(member.key(), stored.definition(), member.json());
        }
    }

    /** A table that was never defined is an empty one. */
    private void decideRoutes(Document routes) {
        DefinitionRecord stored = snapshot.find(RecordKey.ROUTES);
        JsonNode before = stored == null ? JsonNodeFactory.instance.objectNode() : stored.definition();
        if (SameDefinition.are(before, routes.root())) {
            fates.add(Fate.UNCHANGED, DefinitionSetReader.ROUTES);
            return;
        }
        if (before.isEmpty()) {
            fates.add(Fate.CREATED, DefinitionSetReader.ROUTES);
        } else {
            fates.add(Fate.CHANGED, DefinitionSetReader.ROUTES);
            fates.changed(RecordKey.ROUTES, before, routes.root());
        }
        puts.add(
                stored == null
                        ? new Change.Put(RecordKey.ROUTES, routes.root(), true, 1, Set.of())
                        : Puts.instead(stored, routes.root(), Set.of()));
    }

    private List<RecordKey> deletes() {
        List<RecordKey> deletes = new ArrayList<>();
        for (RecordKey key : leaving) {
            fates.add(Fate.DELETED, key.toString());
            deletes.add(key);
            deletes.addAll(StoredArguments.of(key, snapshot));
        }
        return deletes;
    }

    private Map<String, Plan> compile(LinkedDefinitions linked) {
        Set<RecordKey> decided = new LinkedHashSet<>(set.keys());
        decided.addAll(leaving);
        BodyCompilation compilation = new BodyCompilation(linked, new TakenTriggers(snapshot, decided), inspection);
        Set<RecordKey> affected = snapshot.affected();
        for (SetSection section : set.sections()) {
            inspection.problems(section.problems(), "");
            inspection.warnings(section.warnings(), "");
            section.members().forEach(member -> member.compile(compilation, isCompiled(member, affected)));
        }
        inspection.refuseProblems();
        return compilation.plans();
    }

    private boolean isCompiled(SetMember<?> member, Set<RecordKey> affected) {
        return member.isNewToItsUsers(snapshot.find(member.key()))
                || affected.contains(member.key())
                || ApplyReading.lacksSomething(member, set, snapshot);
    }

    private Map<RecordKey, String> places() {
        Map<RecordKey, String> places = new HashMap<>();
        set.members().forEach(member -> places.put(member.key(), member.pointer()));
        return places;
    }
}
