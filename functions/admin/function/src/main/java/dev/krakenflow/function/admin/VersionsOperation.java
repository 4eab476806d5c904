package dev.krakenflow.function.admin;

import dev.krakenflow.json.JsonNodes;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.DefinitionVersion;
import io.smallrye.mutiny.Uni;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions of a definition that are kept, oldest first, each as it was written. */
final class VersionsOperation implements Operation {

    private final DefinitionStore store;

    VersionsOperation(DefinitionStore store) {
        this.store = store;
    }

    @Override
    public Uni<Object> run(OperationRequest request) {
        return store.versions(request.key()).map(versions -> {
            if (versions.isEmpty()) {
                throw Definitions.undefined(request.key());
            }
            return versions.stream().map(VersionsOperation::json).toList();
        });
    }

    private static Map<String, Object> json(DefinitionVersion version) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("version", version.version());
        if (version.definedAt() != null) {
            json.put("defined_at", version.definedAt().toString());
        }
        json.put("definition", JsonNodes.toValue(version.definition()));
        return json;
    }
}
