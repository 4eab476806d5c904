package dev.krakenflow.function.admin;

import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Links pipelines with their services, those that are stored and those that a draft is about to change. Thread-safe. */
final class Relinking {

    private final DefinitionStore store;
    private final Compilers compilers;

    Relinking(DefinitionStore store, Compilers compilers) {
        this.store = store;
        this.compilers = compilers;
    }

    Snapshot snapshot() {
        return new Snapshot(store);
    }

    /** Reads services, who uses them, and what those use beside them: all that {@link #plans} needs. */
    Uni<Snapshot> readServices(Set<RecordKey> services) {
        Snapshot snapshot = snapshot();
        return snapshot.read(services)
                .chain(() -> snapshot.readUsers(services))
                .chain(() -> snapshot.read(snapshot.allUsers()))
                .chain(() -> snapshot.read(usedBy(snapshot.found(snapshot.allUsers()))))
                .replaceWith(snapshot);
    }

    /**
     * New plans of the pipelines that use changed services.
     *
     * @param changed service → as it will be; null: it will be gone
     */
    Map<String, Plan> plans(Snapshot snapshot, Map<RecordKey, @Nullable Service> changed) {
        LinkedServices services = new LinkedServices(compilers, snapshot, changed);
        Map<String, Plan> plans = new LinkedHashMap<>();
        for (DefinitionRecord user : snapshot.found(snapshot.allUsers())) {
            if (user.key().kind() == Kind.PIPELINES) {
                plans.put(user.key().name(), compilers.relink(user, services.among(user.uses())));
            }
        }
        return plans;
    }

    /** The services of a draft that changes none. */
    LinkedServices stored(Snapshot snapshot) {
        return new LinkedServices(compilers, snapshot, Map.of());
    }

    private static Set<RecordKey> usedBy(List<DefinitionRecord> users) {
        Set<RecordKey> used = new TreeSet<>();
        users.forEach(user -> used.addAll(user.uses()));
        return used;
    }
}
