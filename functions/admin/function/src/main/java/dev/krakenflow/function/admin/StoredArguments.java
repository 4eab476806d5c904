package dev.krakenflow.function.admin;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.List;

/** The start arguments that are stored for something. */
final class StoredArguments {

    private StoredArguments() {}

    /** The key of a service's start arguments if it has some; nothing for anything else. */
    static List<RecordKey> of(RecordKey key, Snapshot snapshot) {
        RecordKey arguments = RecordKey.startArguments(key.name());
        return key.kind() == Kind.SERVICES && snapshot.find(arguments) != null ? List.of(arguments) : List.of();
    }
}
