package dev.krakenflow.function.admin;

import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stops something that is defined: a service forgets what it was started with, a pipeline its memos if the caller wants
 * that.
 */
final class StopOperation implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final MemoStore memos;

    StopOperation(ConditionalWrite writes, Relinking relinking, MemoStore memos) {
        this.writes = writes;
        this.relinking = relinking;
        this.memos = memos;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        RecordKey key = request.key();
        boolean service = key.kind() == Kind.SERVICES;
        Uni<Object> stopped = writes.write(Uni.createFrom()
                .deferred(() -> service ? relinking.readAll(Set.of(key), Set.of()) : relinking.readAlone(Set.of(key)))
                .map(snapshot -> draft(key, snapshot)));
        return request.forget() && !service ? stopped.call(() -> memos.forget(key.name())) : stopped;
    }

    private Draft draft(RecordKey key, Snapshot snapshot) {
        DefinitionRecord found = snapshot.get(key);
        List<Change.Put> puts = List.of(Puts.started(found, false));
        List<RecordKey> deletes = StoredArguments.of(key, snapshot);
        LinkedDefinitions linked = relinking.linked(snapshot, puts, deletes);
        Map<String, Plan> plans =
                relinking.relink(snapshot, linked, Set.of(key)).plans();
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), puts, deletes, plans);
        return new Draft(change, Map.of("ok", key.name()));
    }
}
