package dev.krakenflow.function.admin;

import dev.krakenflow.compiler.HelperLibrary;
import dev.krakenflow.plan.Service;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads single services as they run: with their helpers, and with what they were started with. Thread-safe. */
final class StoredServices {

    private final Relinking relinking;

    StoredServices(Relinking relinking) {
        this.relinking = relinking;
    }

    /**
     * A service as it runs.
     *
     * @param helpers library → function → source, of those that it names
     */
    record StoredService(Service service, Map<String, Map<String, String>> helpers) {}

    /** The service of this name; fails with {@code service-undefined} when there is none. */
    Uni<StoredService> get(String name) {
        RecordKey key = RecordKey.service(name);
        return relinking.readUsed(List.of(key)).map(snapshot -> {
            snapshot.get(key);
            return stored(name, relinking.linked(snapshot, List.of(), List.of()));
        });
    }

    private static StoredService stored(String name, LinkedDefinitions linked) {
        Service service = linked.compiled(name).orElseThrow().value();
        Map<String, Map<String, String>> helpers = new LinkedHashMap<>();
        for (String library : service.helpers()) {
            HelperLibrary found = linked.helpers(library);
            if (found != null) {
                helpers.put(library, found.functions());
            }
        }
        return new StoredService(service, helpers);
    }
}
