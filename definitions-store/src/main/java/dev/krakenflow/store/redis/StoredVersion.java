package dev.krakenflow.store.redis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.DefinitionVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as it stands in its hash, written by the flip: {@code version:second:blob}, the second empty where it is not
 * known; those of one name separated by spaces, oldest first.
 *
 * @param blob key of the definition's blob, which belongs to this version alone; that of the newest is the record's
 */
record StoredVersion(long version, @Nullable Instant definedAt, String blob) {

    private static final int PARTS = 3;

    static List<StoredVersion> parseAll(String value) {
        return Arrays.stream(value.split(" ")).map(StoredVersion::parse).toList();
    }

    private static StoredVersion parse(String entry) {
        String[] parts = entry.split(":", PARTS);
        Instant definedAt = parts[1].isEmpty() ? null : Instant.ofEpochSecond(Long.parseLong(parts[1]));
        return new StoredVersion(Long.parseLong(parts[0]), definedAt, parts[2]);
    }

    DefinitionVersion with(JsonNode definition) {
        return new DefinitionVersion(version, definition, definedAt);
    }
}
