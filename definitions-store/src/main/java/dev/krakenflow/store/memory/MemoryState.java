package dev.krakenflow.store.memory;

import dev.krakenflow.plan.Plan;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Users;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Everything that is stored, behind one lock, so that each call sees and makes whole changes. */
final class MemoryState {

    private final String epoch = UUID.randomUUID().toString();
    private final Map<RecordKey, DefinitionRecord> records = new TreeMap<>();
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<String, Long> changes = new HashMap<>();
    private final UsersIndex users = new UsersIndex();
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
            return new PipelineChanges(position, true, Set.of());
        }
        Set<String> names = new HashSet<>();
        changes.forEach((name, changed) -> {
            if (changed > known.revision()) {
                names.add(name);
            }
        });
        return new PipelineChanges(position, false, names);
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
        users.move(key, stored.uses(), Set.of(), revision);
        if (key.kind() == Kind.PIPELINES) {
            plans.remove(key.name());
            changes.put(key.name(), revision);
        }
    }

    private void put(Change.Put put) {
        DefinitionRecord stored = records.get(put.key());
        users.move(put.key(), stored == null ? Set.of() : stored.uses(), put.uses(), revision);
        records.put(
                put.key(),
                new DefinitionRecord(put.key(), put.definition(), put.started(), put.version(), put.uses(), revision));
        if (put.key().kind() == Kind.PIPELINES) {
            changes.put(put.key().name(), revision);
        }
    }

    private void point(String pipeline, Plan plan) {
        if (records.containsKey(RecordKey.pipeline(pipeline))) {
            plans.put(pipeline, plan);
            changes.put(pipeline, revision);
        }
    }
}
