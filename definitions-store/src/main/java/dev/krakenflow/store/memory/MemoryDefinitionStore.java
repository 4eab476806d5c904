package dev.krakenflow.store.memory;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Routing;
import dev.krakenflow.store.Users;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A {@link DefinitionStore} that lives as long as its process and is always available. */
public final class MemoryDefinitionStore implements DefinitionStore {

    private final MemoryState state = new MemoryState();

    @Override
    public Uni<Map<RecordKey, DefinitionRecord>> read(Collection<RecordKey> keys) {
        return Uni.createFrom().item(() -> state.read(keys));
    }

    @Override
    public Uni<List<String>> names(Kind kind) {
        return Uni.createFrom().item(() -> state.names(kind));
    }

    @Override
    public Uni<List<DefinitionVersion>> versions(RecordKey key) {
        return Uni.createFrom().item(() -> state.versions(key));
    }

    @Override
    public Uni<Map<RecordKey, Users>> users(Collection<RecordKey> keys) {
        return Uni.createFrom().item(() -> state.users(keys));
    }

    @Override
    public Uni<Commit> commit(Change change) {
        return Uni.createFrom().item(() -> state.commit(change));
    }

    @Override
    public Uni<LivePlan> load(String pipeline) {
        return Uni.createFrom().item(() -> state.load(pipeline));
    }

    @Override
    public Uni<Routing> routing() {
        return Uni.createFrom().item(state::routing);
    }

    @Override
    public Uni<PipelineChanges> changesSince(Position position) {
        return Uni.createFrom().item(() -> state.changesSince(position));
    }

    @Override
    public Uni<Void> ping() {
        return Uni.createFrom().voidItem();
    }
}
