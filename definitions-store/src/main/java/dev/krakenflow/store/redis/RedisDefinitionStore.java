package dev.krakenflow.store.redis;

import dev.krakenflow.plan.PlanCodec;
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
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The {@link DefinitionStore} in Redis; {@link RedisKeys} has the layout. A commit writes its blobs first, in bounded
 * chunks, and then flips the pointers to them by one script, which refuses it when something that was expected has
 * changed. Commits sweep, now and then, what nothing points to any more. Items are given on an event loop or a worker
 * thread.
 */
public final class RedisDefinitionStore implements DefinitionStore {

    private final PipelinedConnection connection;
    private final RecordReader records;
    private final VersionReader versions;
    private final UsersReader users;
    private final PlanReader plans;
    private final RoutingReader routing;
    private final ChangesReader changes;
    private final BlobWriter blobs;
    private final Flip flip;
    private final Sweeper sweeper;
    private final PlanCodec planCodec = new PlanCodec();
    private final DefinitionJson definitionJson = new DefinitionJson();

    /** A store that uses this connection, alone or with others. */
    public RedisDefinitionStore(PipelinedConnection connection) {
        this(connection, StoreBounds.DEFAULT);
    }

    RedisDefinitionStore(PipelinedConnection connection, StoreBounds bounds) {
        this.connection = connection;
        this.records = new RecordReader(connection);
        this.versions = new VersionReader(connection);
        this.users = new UsersReader(connection);
        this.plans = new PlanReader(connection);
        this.routing = new RoutingReader(connection);
        this.changes = new ChangesReader(connection, bounds.keptChanges());
        this.blobs = new BlobWriter(connection);
        this.flip = new Flip(connection, bounds.keptChanges());
        this.sweeper = new Sweeper(connection, bounds.grace());
    }

    @Override
    public Uni<Map<RecordKey, DefinitionRecord>> read(Collection<RecordKey> keys) {
        return records.read(keys);
    }

    @Override
    public Uni<List<String>> names(Kind kind) {
        return records.names(kind);
    }

    @Override
    public Uni<List<DefinitionVersion>> versions(RecordKey key) {
        return versions.read(key);
    }

    @Override
    public Uni<Map<RecordKey, Users>> users(Collection<RecordKey> keys) {
        return users.read(keys);
    }

    @Override
    public Uni<Commit> commit(Change change) {
        int puts = change.puts().size();
        return blobs.write(drafts(change))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(keys -> flip.run(change, keys.subList(0, puts), keys.subList(puts, keys.size())))
                .call(sweeper::sweepNowAndThen);
    }

    @Override
    public Uni<LivePlan> load(String pipeline) {
        return plans.load(pipeline);
    }

    @Override
    public Uni<Routing> routing() {
        return routing.read();
    }

    @Override
    public Uni<PipelineChanges> changesSince(Position position) {
        return changes.since(position);
    }

    @Override
    public Uni<Void> ping() {
        return connection.read(List.of(PositionReading.request())).replaceWithVoid();
    }

    /** Deletes what nothing has pointed to for an hour; gives how much. Commits do this too, now and then. */
    public Uni<Integer> sweep() {
        return sweeper.sweep();
    }

    private List<Draft> drafts(Change change) {
        List<Draft> drafts = new ArrayList<>();
        change.puts()
                .forEach(put -> drafts.add(new Draft(Draft.DEFINITION, () -> definitionJson.encode(put.definition()))));
        change.plans().values().forEach(plan -> drafts.add(new Draft(Draft.PLAN, () -> planCodec.encode(plan))));
        return drafts;
    }
}
