package dev.krakenflow.store.redis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.RecordKey;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A record as it stands in its hash, written by the flip: {@code revision version started blob use…}, separated by
 * spaces. Small, so that thousands can be compared and changed at once; the definition itself is a blob.
 *
 * @param blob key of the definition's blob
 */
record StoredRecord(long revision, long version, boolean started, String blob, Set<RecordKey> uses) {

    private static final int FIXED = 4;

    static StoredRecord parse(String value) {
        String[] parts = value.split(" ");
        return new StoredRecord(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                LiveEntry.STARTED.equals(parts[2]),
                parts[3],
                Arrays.stream(parts).skip(FIXED).map(RedisKeys::recordKey).collect(Collectors.toUnmodifiableSet()));
    }

    DefinitionRecord with(RecordKey key, JsonNode definition) {
        return new DefinitionRecord(key, definition, started, version, uses, revision);
    }
}
