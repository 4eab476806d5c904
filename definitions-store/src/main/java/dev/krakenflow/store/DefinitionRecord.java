package dev.krakenflow.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * One stored definition.
 *
 * @param key what it defines
 * @param definition as the user wrote it
 * @param started the stored flag of {@code start} and {@code stop}; a helper library is always started
 * @param version number of the definition, from 1; only a changed definition raises it
 * @param uses the definitions that it names (the services of a pipeline, …), whether they exist or not
 * @param revision the store's revision of the last write to this record; what conditional writes compare
 */
public record DefinitionRecord(
        RecordKey key, JsonNode definition, boolean started, long version, Set<RecordKey> uses, long revision) {
    public DefinitionRecord {
        requireNonNull(key);
        requireNonNull(definition);
        uses = Collections.unmodifiableSet(new TreeSet<>(uses));
    }
}
