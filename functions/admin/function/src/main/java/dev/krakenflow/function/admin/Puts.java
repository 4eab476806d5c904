package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records as they shall stand after a write. */
final class Puts {

    private Puts() {}

    /**
     * A definition in place of the old one: it stays started, and only another definition is another version.
     *
     * @param old what is stored; null: nothing
     */
    static Change.Put of(RecordKey key, JsonNode definition, @Nullable DefinitionRecord old, Set<RecordKey> uses) {
        if (old == null) {
            return new Change.Put(key, definition, false, 1, uses);
        }
        long version = old.definition().equals(definition) ? old.version() : old.version() + 1;
        return new Change.Put(key, definition, old.started(), version, uses);
    }

    /** The same definition with another status. */
    static Change.Put started(DefinitionRecord old, boolean started) {
        return new Change.Put(old.key(), old.definition(), started, old.version(), old.uses());
    }
}
