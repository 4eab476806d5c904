package dev.krakenflow.function.admin;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Forgets a definition, unless others use it or the caller insists, and what was kept beside it.
 */
final class DeleteOperation implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Leftovers leftovers;

    DeleteOperation(ConditionalWrite writes, Relinking relinking, Leftovers leftovers) {
        this.writes = writes;
        this.relinking = relinking;
        this.leftovers = leftovers;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        RecordKey key = request.key();
        Uni<Object> deleted = writes.write(Uni.createFrom()
                .deferred(() -> relinking.readAll(Set.of(key), Set.of()))
                .map(snapshot -> draft(key, request.force(), snapshot)));
        return deleted.call(() -> leftovers.forget(Set.of(key)));
    }

    private Draft draft(RecordKey key, boolean force, Snapshot snapshot) {
        snapshot.get(key);
        Set<RecordKey> users = snapshot.users(key);
        if (!users.isEmpty() && !force) {
            throw inUse(key, users);
        }
        List<RecordKey> deletes = new ArrayList<>(StoredArguments.of(key, snapshot));
        deletes.add(key);
        LinkedDefinitions linked = relinking.linked(snapshot, List.of(), deletes);
        Map<String, Plan> plans =
                relinking.relink(snapshot, linked, Set.of(key)).plans();
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), List.of(), deletes, plans);
        return new Draft(change, Map.of("ok", key.name()));
    }

    private static RequestException inUse(RecordKey key, Set<RecordKey> users) {
        List<String> names = users.stream().map(RecordKey::toString).toList();
        return new RequestException(Failure.of(
                        FailureCode.IN_USE, key + " is used by " + String.join(", ", names) + "; ?force=true insists")
                .with("users", names));
    }
}
