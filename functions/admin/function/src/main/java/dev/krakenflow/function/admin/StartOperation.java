package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts something that is defined; a service perhaps with arguments of its own. The plans of the pipelines that use a
 * service say whether it is started, and with what.
 */
final class StartOperation implements Operation {

    private final ConditionalWrite writes;
    private final Relinking relinking;
    private final Compilers compilers;

    StartOperation(ConditionalWrite writes, Relinking relinking, Compilers compilers) {
        this.writes = writes;
        this.relinking = relinking;
        this.compilers = compilers;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        RecordKey key = request.key();
        if (key.kind() != Kind.SERVICES) {
            return writes.write(Uni.createFrom()
                    .deferred(() -> relinking.readAlone(Set.of(key)))
                    .map(it -> pipeline(key, it)));
        }
        ObjectNode arguments = StartArguments.read(request.body());
        return writes.write(Uni.createFrom()
                .deferred(() -> relinking.readAll(Set.of(key), Set.of()))
                .map(snapshot -> service(key, arguments, snapshot)));
    }

    private static Draft pipeline(RecordKey key, Snapshot snapshot) {
        Change.Put put = started(key, snapshot);
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), List.of(put), List.of(), Map.of());
        return new Draft(change, Map.of("ok", key.name()));
    }

    private Draft service(RecordKey key, @Nullable ObjectNode arguments, Snapshot snapshot) {
        List<Change.Put> puts = new ArrayList<>();
        puts.add(started(key, snapshot));
        Inspection inspection = new Inspection();
        if (arguments != null) {
            puts.add(new Change.Put(RecordKey.startArguments(key.name()), arguments, true, 1, Set.of()));
        }
        LinkedDefinitions linked = relinking.linked(snapshot, puts, List.of());
        if (arguments != null) {
            StartArguments.check(snapshot.get(key).definition(), arguments, compilers, linked, inspection);
        }
        Map<String, Plan> plans =
                relinking.relink(snapshot, linked, Set.of(key)).plans();
        Change change = new Change(snapshot.revisions(), snapshot.usersRevisions(), puts, List.of(), plans);
        return new Draft(change, inspection.answer(key.name()));
    }

    private static Change.Put started(RecordKey key, Snapshot snapshot) {
        DefinitionRecord found = snapshot.get(key);
        if (found.started()) {
            throw RequestException.of(FailureCode.ALREADY_STARTED, key + " is started already");
        }
        return Puts.started(found, true);
    }
}
