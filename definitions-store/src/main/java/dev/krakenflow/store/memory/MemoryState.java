package dev.krakenflow.store.memory;

import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Routing;
import dev.krakenflow.store.Users;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Everything that is stored, behind one lock, so that each call sees and makes whole changes. */
final class MemoryState {

    private final String epoch = UUID.randomUUID().toString();
    private final Map<RecordKey, DefinitionRecord> records = new TreeMap<>();
    private final Map<String, Plan> plans = new HashMap<>();
    // What readers have to load again: pipelines, and the key of the routes for a change of routing.
    private final Map<RecordKey, Long> changes = new HashMap<>();
    private final UsersIndex users = new UsersIndex();
    private final VersionsIndex versions = new VersionsIndex();
    private long revision;

    synchronized Map<RecordKey, DefinitionRecord> read(Collection<RecordKey> keys) {
        Map<RecordKey, DefinitionRecord> found = new TreeMap<>();
        for (RecordKey key : keys) {
            DefinitionRecord stored = records.get(key);
            if (stored != null) {
                found.put(key, stored);
            }
        }
        return found;
    }

    synchronized List<String> names(Kind kind) {
        return records.keySet().stream()
                .filter(key -> key.kind() == kind)
                .map(RecordKey::name)
                .toList();
    }

    synchronized List<DefinitionVersion> versions(RecordKey key) {
        return versions.of(key);
    }

    synchronized Map<RecordKey, Users> users(Collection<RecordKey> keys) {
        Map<RecordKey, Users> found = new TreeMap<>();
        keys.forEach(key -> found.put(key, users.of(key)));
        return found;
    }

    synchronized LivePlan load(String pipeline) {
        Position position = new Position(epoch, revision);
        DefinitionRecord stored = records.get(RecordKey.pipeline(pipeline));
        Plan plan = plans.get(pipeline);
        if (stored == null || plan == null) {
            return new LivePlan(position, false, 0, null);
        }
        return new LivePlan(position, stored.started(), stored.version(), plan);
    }

    synchronized PipelineChanges changesSince(Position known) {
        Position position = new Position(epoch, revision);
        if (!known.epoch().equals(epoch) || known.revision() > revision) {
            return new PipelineChanges(position, true, true, Set.of());
        }
        Set<RecordKey> changed = new HashSet<>();
        changes.forEach((key, since) -> {
            if (since > known.revision()) {
                changed.add(key);
            }
        });
        boolean routing = changed.remove(RecordKey.ROUTES);
        return new PipelineChanges(
                position, false, routing, changed.stream().map(RecordKey::name).collect(Collectors.toSet()));
    }

    synchronized Routing routing() {
        DefinitionRecord routes = records.get(RecordKey.ROUTES);
        return new Routing(
                new Position(epoch, revision),
                routes == null ? Map.of() : Routing.routes(routes.definition()),
                users.triggers());
    }

    synchronized Commit commit(Change change) {
        Set<RecordKey> changed = changedSince(change);
        if (!changed.isEmpty()) {
            return new Commit.Refused(changed);
        }
        revision++;
        change.deletes().forEach(this::delete);
        change.puts().forEach(this::put);
        change.plans().forEach(this::point);
        return new Commit.Committed(revision);
    }

    private Set<RecordKey> changedSince(Change change) {
        Set<RecordKey> changed = new HashSet<>();
        change.expected().forEach((key, expected) -> {
            DefinitionRecord stored = records.get(key);
            if (expected != (stored == null ? 0 : stored.revision())) {
                changed.add(key);
            }
        });
        change.expectedUsers().forEach((key, expected) -> {
            if (expected != users.of(key).revision()) {
                changed.add(key);
            }
        });
        return changed;
    }

    private void delete(RecordKey key) {
        DefinitionRecord stored = records.remove(key);
        if (stored == null) {
            return;
        }
        versions.forget(key);
        move(key, stored.uses(), Set.of());
        if (key.kind() == Kind.PIPELINES) {
            plans.remove(key.name());
            changes.put(key, revision);
        } else if (key.equals(RecordKey.ROUTES)) {
            changes.put(key, revision);
        }
    }

    private void put(Change.Put put) {
        DefinitionRecord stored = records.get(put.key());
        versions.keep(put.key(), put.version(), put.definition());
        move(put.key(), stored == null ? Set.of() : stored.uses(), put.uses());
        records.put(
                put.key(),
                new DefinitionRecord(put.key(), put.definition(), put.started(), put.version(), put.uses(), revision));
        boolean same = stored != null && stored.definition().equals(put.definition());
        if (put.key().kind() == Kind.PIPELINES || (put.key().equals(RecordKey.ROUTES) && !same)) {
            changes.put(put.key(), revision);
        }
    }

    private void move(RecordKey user, Set<RecordKey> before, Set<RecordKey> after) {
        users.move(user, before, after, revision);
        if (!triggers(before).equals(triggers(after))) {
            changes.put(RecordKey.ROUTES, revision);
        }
    }

    private static Set<RecordKey> triggers(Set<RecordKey> uses) {
        return uses.stream().filter(used -> used.kind() == Kind.TRIGGERS).collect(Collectors.toSet());
    }

    private void point(String pipeline, Plan plan) {
        RecordKey key = RecordKey.pipeline(pipeline);
        if (records.containsKey(key)) {
            plans.put(pipeline, plan);
            changes.put(key, revision);
        }
    }
}
