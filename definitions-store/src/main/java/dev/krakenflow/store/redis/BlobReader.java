package dev.krakenflow.store.redis;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads blobs, a bounded number at a time. */
final class BlobReader {

    private static final int CHUNK = 32;

    private final PipelinedConnection connection;

    BlobReader(PipelinedConnection connection) {
        this.connection = connection;
    }

    /** The bytes by key. Fails with {@link LostBlobException} when one is gone. */
    Uni<Map<String, byte[]>> read(List<String> keys) {
        return Multi.createFrom()
                .iterable(Chunks.of(keys, CHUNK))
                .onItem()
                .transformToUniAndConcatenate(this::readChunk)
                .collect()
                .in(HashMap::new, Map::putAll);
    }

    private Uni<Map<String, byte[]>> readChunk(List<String> keys) {
        List<Request> requests = keys.stream()
                .map(key -> Request.cmd(Command.GET).arg(key))
                .toList();
        return connection.read(requests).onItem().transform(answers -> byKey(keys, answers));
    }

    private static Map<String, byte[]> byKey(List<String> keys, List<Response> answers) {
        Map<String, byte[]> blobs = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            Response answer = answers.get(i);
            if (answer == null) {
                throw new LostBlobException(keys.get(i));
            }
            blobs.put(keys.get(i), answer.toBytes());
        }
        return blobs;
    }
}
