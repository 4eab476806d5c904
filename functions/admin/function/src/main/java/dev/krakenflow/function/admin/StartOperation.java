package dev.krakenflow.function.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts or stops something that is defined. The plans of the pipelines that use a service say whether it is started. */
final class StartOperation implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Compilers compilers;
    private final boolean started;

    /** @param started what it shall be: started, or stopped */
    StartOperation(ConditionalWrite writes, Relinking relinking, Compilers compilers, boolean started) {
        this.writes = writes;
        this.relinking = relinking;
        this.compilers = compilers;
        this.started = started;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        RecordKey key = request.key();
        return writes.write(read(key).map(snapshot -> draft(key, snapshot)));
    }

    private Uni<Snapshot> read(RecordKey key) {
        if (key.kind() == Kind.SERVICES) {
            return relinking.readServices(Set.of(key));
        }
        return Uni.createFrom().deferred(() -> {
            Snapshot snapshot = relinking.snapshot();
            return snapshot.read(List.of(key)).replaceWith(snapshot);
        });
    }

    private Draft draft(RecordKey key, Snapshot snapshot) {
        DefinitionRecord found = snapshot.get(key);
        if (started && found.started()) {
            throw RequestException.of(FailureCode.ALREADY_STARTED, key + " is started already");
        }
        Map<String, Plan> plans = Map.of();
        if (key.kind() == Kind.SERVICES) {
            Map<RecordKey, @Nullable Service> changed = new HashMap<>();
            changed.put(key, compilers.service(found, started));
            plans = relinking.plans(snapshot, changed);
        }
        Set<String> pipelines = new HashSet<>(plans.keySet());
        if (key.kind() == Kind.PIPELINES) {
            pipelines.add(key.name());
        }
        Change change = new Change(
                snapshot.revisions(),
                snapshot.usersRevisions(),
                List.of(Puts.started(found, started)),
                List.of(),
                plans);
        return new Draft(change, pipelines, Map.of("ok", key.name()));
    }
}
