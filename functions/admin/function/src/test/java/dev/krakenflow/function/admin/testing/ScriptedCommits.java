package dev.krakenflow.function.admin.testing;

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
import java.util.Set;

/** A store that refuses so many writes, because a service has changed, before it takes one; it reads nothing. */
public final class ScriptedCommits implements DefinitionStore {

    private int refusals;

    public ScriptedCommits(int refusals) {
        this.refusals = refusals;
    }

    @Override
    public Uni<Commit> commit(Change change) {
        return Uni.createFrom()
                .item(() ->
                        refusals-- > 0 ? new Commit.Refused(Set.of(RecordKey.service("s"))) : new Commit.Committed(1));
    }

    @Override
    public Uni<Map<RecordKey, DefinitionRecord>> read(Collection<RecordKey> keys) {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<List<String>> names(Kind kind) {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<List<DefinitionVersion>> versions(RecordKey key) {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<Map<RecordKey, Users>> users(Collection<RecordKey> keys) {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<LivePlan> load(String pipeline) {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<Routing> routing() {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<PipelineChanges> changesSince(Position position) {
        throw new UnsupportedOperationException("only writes");
    }

    @Override
    public Uni<Void> ping() {
        return Uni.createFrom().voidItem();
    }
}
