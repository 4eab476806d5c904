package dev.krakenflow.store.redis;

import dev.krakenflow.store.DefinitionRecord;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads records: first the small ones in the hashes, then the blobs that they point to. */
final class RecordReader {

    private static final int CHUNK = 500;

    private final PipelinedConnection connection;
    private final BlobReader blobs;
    private final DefinitionJson json = new DefinitionJson();

    RecordReader(PipelinedConnection connection) {
        this.connection = connection;
        this.blobs = new BlobReader(connection);
    }

    Uni<Map<RecordKey, DefinitionRecord>> read(Collection<RecordKey> keys) {
        return LostBlobException.startAgain(stored(keys).chain(this::withDefinitions));
    }

    Uni<List<String>> names(Kind kind) {
        return connection
                .read(List.of(Request.cmd(Command.HKEYS).arg(RedisKeys.definitions(kind))))
                .onItem()
                .transform(answers -> Answers.texts(answers.get(0))
                        .map(RedisKeys::name)
                        .sorted()
                        .toList());
    }

    private Uni<Map<RecordKey, StoredRecord>> stored(Collection<RecordKey> keys) {
        List<List<RecordKey>> chunks =
                keys.stream().distinct().collect(Collectors.groupingBy(RecordKey::kind)).values().stream()
                        .flatMap(ofOneKind -> Chunks.of(ofOneKind, CHUNK).stream())
                        .toList();
        return Multi.createFrom()
                .iterable(chunks)
                .onItem()
                .transformToUniAndConcatenate(this::storedChunk)
                .collect()
                .in(TreeMap::new, Map::putAll);
    }

    private Uni<Map<RecordKey, StoredRecord>> storedChunk(List<RecordKey> keys) {
        Request request =
                Request.cmd(Command.HMGET).arg(RedisKeys.definitions(keys.get(0).kind()));
        keys.forEach(key -> request.arg(RedisKeys.word(key.name())));
        return connection.read(List.of(request)).onItem().transform(answers -> byKey(keys, answers.get(0)));
    }

    private static Map<RecordKey, StoredRecord> byKey(List<RecordKey> keys, @Nullable Response values) {
        Map<RecordKey, StoredRecord> found = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String value = values == null ? "" : Answers.text(values.get(i));
            if (!value.isEmpty()) {
                found.put(keys.get(i), StoredRecord.parse(value));
            }
        }
        return found;
    }

    private Uni<Map<RecordKey, DefinitionRecord>> withDefinitions(Map<RecordKey, StoredRecord> stored) {
        List<String> keys =
                stored.values().stream().map(StoredRecord::blob).distinct().toList();
        return blobs.read(keys)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(bytes -> {
                    Map<RecordKey, DefinitionRecord> records = new TreeMap<>();
                    stored.forEach((key, it) -> records.put(key, it.with(key, json.decode(bytes.get(it.blob())))));
                    return records;
                });
    }
}
