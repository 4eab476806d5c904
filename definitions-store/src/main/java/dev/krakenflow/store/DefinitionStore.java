package dev.krakenflow.store;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where definitions and plans are kept. Every {@code Uni} does its work on subscription, can be subscribed again, gives
 * its item on whatever thread the store finished on, and fails with {@link StoreUnavailableException} when the store
 * does not answer in time. Thread-safe.
 */
public interface DefinitionStore {

    /** The records that are there; those that are not are missing in the map. For the admin side. */
    Uni<Map<RecordKey, DefinitionRecord>> read(Collection<RecordKey> keys);

    /** The names of all definitions of a kind, sorted. */
    Uni<List<String>> names(Kind kind);

    /**
     * The newest {@link DefinitionVersion#KEPT} versions of a definition, oldest first; the last one is that of its record.
     * A put whose version is another one than that of the record adds one, a put of the same version replaces the last,
     * and a delete forgets all. Empty when there is no record, and for kinds that keep no versions.
     */
    Uni<List<DefinitionVersion>> versions(RecordKey key);

    /** Who uses each of these, whether it is defined or not; every key has an entry. */
    Uni<Map<RecordKey, Users>> users(Collection<RecordKey> keys);

    /**
     * Writes a change whole, or refuses it. After {@link Commit.Committed} every reader sees it. Where the answer of the
     * store was lost it fails, though the change may have been written, whole: to try again is safe, since what was
     * expected has changed then.
     */
    Uni<Commit> commit(Change change);

    /**
     * A pipeline's plan and status, in at most two round trips. For the data side. Fails with {@link
     * dev.krakenflow.plan.PlanFormatException} when the plan was written by a newer version.
     */
    Uni<LivePlan> load(String pipeline);

    /** The table of routes and all triggers. At most two round trips. For the data side. */
    Uni<Routing> routing();

    /** The pipelines whose plan or status changed since, and whether routing did. One small round trip. */
    Uni<PipelineChanges> changesSince(Position position);

    /** Gives null when the store answers. For health checks. */
    Uni<Void> ping();
}
