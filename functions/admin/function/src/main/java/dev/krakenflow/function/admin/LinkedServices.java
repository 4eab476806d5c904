package dev.krakenflow.function.admin;

import dev.krakenflow.plan.Service;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The services that pipelines are linked with in one draft: as they will be where the draft changes them, else as they
 * are stored; each is compiled once, however many pipelines use it. Used by one thread.
 */
final class LinkedServices {

    private final Compilers compilers;
    private final Snapshot snapshot;
    private final Map<RecordKey, @Nullable Service> known;

    /** @param changed service → as it will be; null: it will be gone */
    LinkedServices(Compilers compilers, Snapshot snapshot, Map<RecordKey, @Nullable Service> changed) {
        this.compilers = compilers;
        this.snapshot = snapshot;
        this.known = new HashMap<>(changed);
    }

    /** Those among the keys that are services and are there, by name. */
    Map<String, Service> among(Collection<RecordKey> keys) {
        Map<String, Service> services = new LinkedHashMap<>();
        for (RecordKey key : keys) {
            Service service = key.kind() == Kind.SERVICES ? find(key) : null;
            if (service != null) {
                services.put(key.name(), service);
            }
        }
        return services;
    }

    private @Nullable Service find(RecordKey key) {
        if (!known.containsKey(key)) {
            DefinitionRecord stored = snapshot.find(key);
            known.put(key, stored == null ? null : compilers.service(stored, stored.started()));
        }
        return known.get(key);
    }
}
