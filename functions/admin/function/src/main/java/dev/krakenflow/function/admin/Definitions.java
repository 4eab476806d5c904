package dev.krakenflow.function.admin;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.DefinitionStore;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Reads single definitions. Thread-safe. */
final class Definitions {

    private final DefinitionStore store;

    Definitions(DefinitionStore store) {
        this.store = store;
    }

    /** The record of a definition; fails with the code of its kind when there is none. */
    Uni<DefinitionRecord> get(RecordKey key) {
        return store.read(List.of(key)).map(records -> {
            DefinitionRecord found = records.get(key);
            if (found == null) {
                throw undefined(key);
            }
            return found;
        });
    }

    static RequestException undefined(RecordKey key) {
        FailureCode code = switch (key.kind()) {
            case SERVICES -> FailureCode.SERVICE_UNDEFINED;
            case PIPELINES -> FailureCode.PIPELINE_UNDEFINED;
            case HELPERS -> FailureCode.HELPER_UNDEFINED;
            case ROUTES, START_ARGUMENTS, TRIGGERS -> FailureCode.NOT_FOUND;
        };
        return RequestException.of(code, "nothing is defined as " + key);
    }
}
