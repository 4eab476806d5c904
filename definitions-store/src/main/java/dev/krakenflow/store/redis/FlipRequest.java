package dev.krakenflow.store.redis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the flip script is told, as JSON. What there may be thousands of stands in parallel lists; numbers that the script
 * only compares or stores are text.
 */
final class FlipRequest {

    private final int keptChanges;

    FlipRequest(int keptChanges) {
        this.keptChanges = keptChanges;
    }

    String encode(Change change, List<String> definitions, List<String> plans) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("newEpoch", UUID.randomUUID().toString());
        json.put("keptChanges", keptChanges);
        json.put("keptVersions", DefinitionVersion.KEPT);
        addExpected(json.putObject("expected"), change.expected());
        ObjectNode expectedUsers = emptyExpected(json, "expectedUsers");
        change.expectedUsers().forEach((key, revision) -> expect(expectedUsers, RedisKeys.member(key), revision));
        ArrayNode deletes = json.putArray("deletes");
        change.deletes().forEach(key -> place(deletes, key));
        addPuts(json.putArray("puts"), change.puts(), definitions);
        ObjectNode links = json.putObject("plans");
        ArrayNode names = links.putArray("names");
        change.plans().keySet().forEach(pipeline -> names.add(RedisKeys.word(pipeline)));
        ArrayNode blobs = links.putArray("blobs");
        plans.forEach(blobs::add);
        return json.toString();
    }

    private static void addExpected(ObjectNode json, Map<RecordKey, Long> expected) {
        Map<Kind, ObjectNode> byKind = new EnumMap<>(Kind.class);
        expected.forEach((key, revision) -> expect(
                byKind.computeIfAbsent(key.kind(), kind -> emptyExpected(json, kind.word())),
                RedisKeys.word(key.name()),
                revision));
    }

    private static ObjectNode emptyExpected(ObjectNode json, String name) {
        ObjectNode empty = json.putObject(name);
        empty.putArray("names");
        empty.putArray("revisions");
        return empty;
    }

    private static void expect(ObjectNode expected, String name, Long revision) {
        expected.withArray("names").add(name);
        expected.withArray("revisions").add(revision.toString());
    }

    private static void addPuts(ArrayNode json, List<Change.Put> puts, List<String> definitions) {
        Iterator<String> blobs = definitions.iterator();
        for (Change.Put put : puts) {
            ObjectNode it = place(json, put.key());
            it.put("version", Long.toString(put.version()));
            it.put("started", put.started() ? LiveEntry.STARTED : LiveEntry.STOPPED);
            it.put("blob", blobs.next());
            ArrayNode uses = it.putArray("uses");
            put.uses().stream().sorted().forEach(used -> uses.add(RedisKeys.member(used)));
        }
    }

    private static ObjectNode place(ArrayNode json, RecordKey key) {
        return json.addObject().put("kind", key.kind().word()).put("name", RedisKeys.word(key.name()));
    }
}
