package dev.krakenflow.store;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.plan.Plan;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A write that happens whole or not at all, and only if nothing that it was computed from has changed since it was
 * read.
 *
 * @param expected records that were read, with their revisions; 0: the record was not there
 * @param expectedUsers sets of users that were read, with their revisions
 * @param puts definitions to write
 * @param deletes definitions to forget; deleting one that is not there is no error
 * @param plans pipeline → its new plan, with a put or alone (relinked); the plan of a pipeline that is not defined after
 *     this change is not kept
 */
public record Change(
        Map<RecordKey, Long> expected,
        Map<RecordKey, Long> expectedUsers,
        List<Put> puts,
        List<RecordKey> deletes,
        Map<String, Plan> plans) {

    /**
     * A definition as it shall stand.
     *
     * @param uses see {@link DefinitionRecord#uses}; the sets of users follow from it
     */
    public record Put(RecordKey key, JsonNode definition, boolean started, long version, Set<RecordKey> uses) {
        public Put {
            uses = Set.copyOf(uses);
            if (key.kind() == Kind.TRIGGERS) {
                throw new IllegalArgumentException(key + " can only be used");
            }
        }
    }

    public Change {
        expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
        expectedUsers = Collections.unmodifiableMap(new LinkedHashMap<>(expectedUsers));
        puts = List.copyOf(puts);
        deletes = List.copyOf(deletes);
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        requireEachOnce(puts, deletes);
    }

    private static void requireEachOnce(List<Put> puts, List<RecordKey> deletes) {
        Set<RecordKey> seen = new HashSet<>();
        Stream.concat(puts.stream().map(Put::key), deletes.stream()).forEach(key -> {
            if (!seen.add(key)) {
                throw new IllegalArgumentException(key + " is written twice in one change");
            }
        });
    }
}
