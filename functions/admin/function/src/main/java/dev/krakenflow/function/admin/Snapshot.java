package dev.krakenflow.function.admin;

import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Users;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one draft has read of the store, so that the write can be refused if any of it changes. Used by one draft, whose
 * steps follow each other. What comes behind a read is done on a worker thread, because compiling takes its time.
 */
final class Snapshot {

    private final DefinitionStore store;
    private final Map<RecordKey, @Nullable DefinitionRecord> records = new LinkedHashMap<>();
    private final Map<RecordKey, Users> users = new LinkedHashMap<>();
    private final Set<RecordKey> followed = new HashSet<>();
    private final Set<RecordKey> known = new TreeSet<>();

    Snapshot(DefinitionStore store) {
        this.store = store;
    }

    /** Reads records, as far as they were not read yet. */
    Uni<Void> read(Collection<RecordKey> keys) {
        List<RecordKey> missing = keys.stream()
                .filter(key -> !records.containsKey(key))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return store.read(missing)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(found -> missing.forEach(key -> records.put(key, found.get(key))))
                .replaceWithVoid();
    }

    /** Reads who uses these, who uses those in turn, and so on: one read for each step away. */
    Uni<Void> readAllUsers(Collection<RecordKey> keys) {
        Set<RecordKey> open = new TreeSet<>(keys);
        open.removeAll(users.keySet());
        if (open.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return readUsers(open).chain(() -> {
            Set<RecordKey> next = new TreeSet<>();
            open.forEach(key -> next.addAll(users(key)));
            return readAllUsers(next);
        });
    }

    /** Reads who uses these. */
    Uni<Void> readUsers(Collection<RecordKey> keys) {
        return store.users(keys)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(users::putAll)
                .replaceWithVoid();
    }

    /** Reads records, what they use, what that uses in turn, and so on: one read for each step away. */
    Uni<Void> readAllUsed(Collection<RecordKey> keys) {
        Set<RecordKey> open = new TreeSet<>();
        for (RecordKey key : keys) {
            if (key.kind() != Kind.TRIGGERS && followed.add(key)) {
                open.add(key);
                if (key.kind() == Kind.SERVICES) {
                    open.add(RecordKey.startArguments(key.name()));
                }
            }
        }
        if (open.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return read(open).chain(() -> {
            Set<RecordKey> next = new TreeSet<>();
            found(open).forEach(record -> next.addAll(record.uses()));
            return readAllUsed(next);
        });
    }

    /** Where one of these is not there: reads the names of all that are, to tell the nearest. */
    Uni<Void> readNamesInsteadOf(Collection<RecordKey> keys, Kind kind) {
        boolean all = keys.stream().allMatch(key -> key.kind() != kind || records.get(key) != null);
        return all ? Uni.createFrom().voidItem() : readNames(kind);
    }

    /** Reads the names of all that is defined of a kind. */
    Uni<Void> readNames(Kind kind) {
        return store.names(kind)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(names -> names.forEach(name -> known.add(new RecordKey(kind, name))))
                .replaceWithVoid();
    }

    /** A record that was read; null when there is none. */
    @Nullable DefinitionRecord find(RecordKey key) {
        return records.get(key);
    }

    /** A record that was read; fails with the code of its kind when there is none. */
    DefinitionRecord get(RecordKey key) {
        DefinitionRecord found = records.get(key);
        if (found == null) {
            throw Definitions.undefined(key);
        }
        return found;
    }

    /** Who uses this, as far as that was read; sorted. */
    Set<RecordKey> users(RecordKey key) {
        Users known = users.get(key);
        return known == null ? Set.of() : new TreeSet<>(known.names());
    }

    /** Everything that uses something of what {@link #readAllUsers} was asked about, over any number of steps; sorted. */
    Set<RecordKey> affected() {
        Set<RecordKey> affected = new TreeSet<>();
        users.keySet().stream().filter(key -> key.kind() != Kind.TRIGGERS).forEach(key -> affected.addAll(users(key)));
        return affected;
    }

    /** Everything that was read, or whose name was, and is there. */
    Set<RecordKey> defined() {
        Set<RecordKey> defined = new TreeSet<>(known);
        records.forEach((key, record) -> {
            if (record != null) {
                defined.add(key);
            }
        });
        return defined;
    }

    /** The revisions of the records that were read; 0 for those that are not there. */
    Map<RecordKey, Long> revisions() {
        Map<RecordKey, Long> revisions = new LinkedHashMap<>();
        records.forEach((key, found) -> revisions.put(key, found == null ? 0 : found.revision()));
        return revisions;
    }

    Map<RecordKey, Long> usersRevisions() {
        Map<RecordKey, Long> revisions = new LinkedHashMap<>();
        users.forEach((key, used) -> revisions.put(key, used.revision()));
        return revisions;
    }

    List<DefinitionRecord> found(Collection<RecordKey> keys) {
        return keys.stream().map(records::get).filter(Objects::nonNull).toList();
    }
}
