package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import java.util.Set;

/** Records as they shall stand after a write. */
final class Puts {

    private Puts() {}

    /** A definition in place of the old one: it stays started, and only another definition is another version. */
    static Change.Put instead(DefinitionRecord old, JsonNode definition, Set<RecordKey> uses) {
        long version = SameDefinition.are(old.definition(), definition) ? old.version() : old.version() + 1;
        return new Change.Put(old.key(), definition, old.started(), version, uses);
    }

    /** The same definition with another status. */
    static Change.Put started(DefinitionRecord old, boolean started) {
        return new Change.Put(old.key(), old.definition(), started, old.version(), old.uses());
    }
}
