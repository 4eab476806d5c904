package dev.krakenflow.function.admin;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forgets a definition, unless others use it or the caller insists. */
final class DeleteOperation implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;

    DeleteOperation(ConditionalWrite writes, Relinking relinking) {
        this.writes = writes;
        this.relinking = relinking;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        RecordKey key = request.key();
        return writes.write(relinking.readServices(Set.of(key)).map(snapshot -> draft(key, request.force(), snapshot)));
    }

    private Draft draft(RecordKey key, boolean force, Snapshot snapshot) {
        snapshot.get(key);
        List<RecordKey> users = snapshot.allUsers();
        if (!users.isEmpty() && !force) {
            throw inUse(key, users);
        }
        Map<RecordKey, @Nullable Service> gone = new HashMap<>();
        gone.put(key, null);
        Map<String, Plan> plans = relinking.plans(snapshot, gone);
        Set<String> pipelines = new HashSet<>(plans.keySet());
        if (key.kind() == Kind.PIPELINES) {
            pipelines.add(key.name());
        }
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), List.of(), List.of(key), plans);
        return new Draft(change, pipelines, Map.of("ok", key.name()));
    }

    private static RequestException inUse(RecordKey key, List<RecordKey> users) {
        List<String> names = users.stream().map(RecordKey::toString).toList();
        return new RequestException(Failure.of(
                        FailureCode.IN_USE, key + " is used by " + String.join(", ", names) + "; ?force=true insists")
                .with("users", names));
    }
}
