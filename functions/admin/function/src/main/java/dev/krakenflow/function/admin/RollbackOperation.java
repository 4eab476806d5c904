package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Document;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Defines an earlier version of a definition again, as the newest one: linked with what is there today, it may have
 * problems that it did not have then.
 *
 * @param <D> the definition as it was written
 */
final class RollbackOperation<D> implements Operation {

    private final DefineOperation<D> define;
    private final DefinitionStore store;
    private final ConditionalWrite writes;
    private final Relinking relinking;

    RollbackOperation(DefineOperation<D> define, DefinitionStore store, ConditionalWrite writes, Relinking relinking) {
        this.define = define;
        this.store = store;
        this.writes = writes;
        this.relinking = relinking;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        RecordKey key = request.key();
        return writes.write(Uni.createFrom().deferred(() -> draft(key, request.to())));
    }

    /** The record is read before its versions, so that the write is refused where these have changed since. */
    private Uni<Draft> draft(RecordKey key, String to) {
        return relinking.readAlone(List.of(key)).chain(snapshot -> {
            snapshot.get(key);
            return store.versions(key)
                    .map(kept -> KeptVersions.find(key, to, kept))
                    .chain(version -> define.draft(define.read(body(version)), snapshot));
        });
    }

    private static DefinitionBody body(DefinitionVersion version) {
        return new DefinitionBody(false, List.of(Document.of(version.definition())));
    }
}
