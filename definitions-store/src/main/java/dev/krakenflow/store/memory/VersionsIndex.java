package dev.krakenflow.store.memory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.RecordKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The newest versions of each definition, oldest first. Not thread-safe. */
final class VersionsIndex {

    private final Map<RecordKey, Deque<DefinitionVersion>> versions = new HashMap<>();

    List<DefinitionVersion> of(RecordKey key) {
        Deque<DefinitionVersion> kept = versions.get(key);
        return kept == null ? List.of() : List.copyOf(kept);
    }

    /** Adds a version, or replaces the definition of the newest one if that has the same number. */
    void keep(RecordKey key, long version, JsonNode definition) {
        if (!key.kind().keepsVersions()) {
            return;
        }
        Deque<DefinitionVersion> kept = versions.computeIfAbsent(key, it -> new ArrayDeque<>());
        Instant definedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        DefinitionVersion newest = kept.peekLast();
        if (newest != null && newest.version() == version) {
            kept.removeLast();
            definedAt = newest.definedAt();
        }
        kept.addLast(new DefinitionVersion(version, definition, definedAt));
        if (kept.size() > DefinitionVersion.KEPT) {
            kept.removeFirst();
        }
    }

    void forget(RecordKey key) {
        versions.remove(key);
    }
}
