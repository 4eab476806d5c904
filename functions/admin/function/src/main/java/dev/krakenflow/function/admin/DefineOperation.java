package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines what a body holds, all of it or nothing, and links whatever uses it anew in the same write.
 *
 * @param <D> the definition as it was written
 */
final class DefineOperation<D> implements Operation {

    private final DefinitionKind<D> kind;
    private final ConditionalWrite writes;
    private final Relinking relinking;

    DefineOperation(DefinitionKind<D> kind, ConditionalWrite writes, Relinking relinking) {
        this.kind = kind;
        this.writes = writes;
        this.relinking = relinking;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        ReadDefinitions<D> definitions = read(DefinitionBody.read(request.body()));
        return writes.write(Uni.createFrom().deferred(() -> draft(definitions, relinking.empty())));
    }

    /** A body as it was read. */
    ReadDefinitions<D> read(DefinitionBody body) {
        return ReadDefinitions.of(body, kind::read, kind::name);
    }

    /**
     * What it takes to write these definitions.
     *
     * @param snapshot what the definitions follow from, if they do from what is stored
     */
    Uni<Draft> draft(ReadDefinitions<D> definitions, Snapshot snapshot) {
        Set<RecordKey> changed = new LinkedHashSet<>();
        definitions.names().forEach(name -> changed.add(kind.key(name)));
        Set<RecordKey> used = new LinkedHashSet<>();
        definitions.reads().forEach(read -> used.addAll(kind.uses(read.definition())));
        return relinking.readAll(snapshot, changed, used).map(all -> draft(definitions, changed, all));
    }

    private Draft draft(ReadDefinitions<D> definitions, Set<RecordKey> changed, Snapshot snapshot) {
        Inspection inspection = new Inspection();
        List<Change.Put> puts = puts(definitions, snapshot);
        LinkedDefinitions linked = relinking.linked(snapshot, puts, List.of());
        BodyCompilation compilation = new BodyCompilation(linked, new TakenTriggers(snapshot, changed), inspection);
        for (int i = 0; i < puts.size(); i++) {
            compilation.compile(
                    kind,
                    definitions.reads().get(i),
                    puts.get(i).started(),
                    definitions.body().pointer(i));
        }
        inspection.refuseProblems();
        Map<String, Plan> plans = new LinkedHashMap<>(compilation.plans());
        Relinking.Relinked relinked = relinking.relink(snapshot, linked, changed);
        plans.putAll(relinked.plans());
        inspection.warnings(LostFunctions.of(plans, places(definitions)), "");
        inspection.warnings(relinked.warnings(), "");
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), puts, List.of(), plans);
        return new Draft(change, inspection.answer(definitions.ok()));
    }

    private Map<RecordKey, String> places(ReadDefinitions<D> definitions) {
        Map<RecordKey, String> places = new HashMap<>();
        for (int i = 0; i < definitions.names().size(); i++) {
            places.put(kind.key(definitions.names().get(i)), definitions.body().pointer(i));
        }
        return places;
    }

    private List<Change.Put> puts(ReadDefinitions<D> definitions, Snapshot snapshot) {
        List<Change.Put> puts = new ArrayList<>();
        for (int i = 0; i < definitions.reads().size(); i++) {
            RecordKey key = kind.key(definitions.names().get(i));
            Document document = definitions.reads().get(i).document();
            DefinitionRecord old = snapshot.find(key);
            Set<RecordKey> uses = kind.uses(definitions.reads().get(i).definition());
            puts.add(
                    old == null
                            ? new Change.Put(key, document.root(), kind.isStartedWhenNew(), 1, uses)
                            : Puts.instead(old, document.root(), uses));
        }
        return puts;
    }
}
