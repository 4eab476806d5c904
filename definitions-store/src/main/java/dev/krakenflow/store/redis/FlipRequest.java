package dev.krakenflow.store.redis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.store.Change;
import dev.krakenflow.store.RecordKey;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** What the flip script is told, as JSON; numbers that the script only compares or stores are text. */
final class FlipRequest {

    private final int keptChanges;

    FlipRequest(int keptChanges) {
        this.keptChanges = keptChanges;
    }

    String encode(Change change, List<String> definitions, List<String> plans) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("newEpoch", UUID.randomUUID().toString());
        json.put("keptChanges", keptChanges);
        ArrayNode expected = json.putArray("expected");
        change.expected().forEach((key, revision) -> place(expected, key).put("revision", revision.toString()));
        ArrayNode expectedUsers = json.putArray("expectedUsers");
        change.expectedUsers().forEach((key, revision) -> expectedUsers
                .addObject()
                .put("used", RedisKeys.member(key))
                .put("revision", revision.toString()));
        ArrayNode deletes = json.putArray("deletes");
        change.deletes().forEach(key -> place(deletes, key));
        addPuts(json.putArray("puts"), change.puts(), definitions);
        addPlans(json.putArray("plans"), change.plans().keySet(), plans);
        return json.toString();
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

    private static void addPlans(ArrayNode json, Collection<String> pipelines, List<String> plans) {
        Iterator<String> blobs = plans.iterator();
        for (String pipeline : pipelines) {
            json.addObject().put("name", RedisKeys.word(pipeline)).put("blob", blobs.next());
        }
    }

    private static ObjectNode place(ArrayNode json, RecordKey key) {
        return json.addObject().put("kind", key.kind().word()).put("name", RedisKeys.word(key.name()));
    }
}
