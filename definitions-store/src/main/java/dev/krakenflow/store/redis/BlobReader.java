package dev.krakenflow.store.redis;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads blobs, a bounded number at a time. */
final class BlobReader {

    private static final int CHUNK = 32;

    private final PipelinedConnection connection;

    BlobReader(PipelinedConnection connection) {
        this.connection = connection;
    }

    /** What stands under these keys. */
    Uni<BlobBytes> read(List<String> keys) {
        return read(keys, CHUNK);
    }

    /** The same, one after the other: for blobs that may all be so large that together they would come too late. */
    Uni<BlobBytes> readOneByOne(List<String> keys) {
        return read(keys, 1);
    }

    private Uni<BlobBytes> read(List<String> keys, int atOnce) {
        return Multi.createFrom()
                .iterable(Chunks.of(keys, atOnce))
                .onItem()
                .transformToUniAndConcatenate(this::readChunk)
                .collect()
                .in(BlobBytes::new, BlobBytes::putAll);
    }

    private Uni<BlobBytes> readChunk(List<String> keys) {
        List<Request> requests =
                keys.stream().map(key -> Request.cmd(Command.GET).arg(key)).toList();
        return connection.read(requests).onItem().transform(answers -> byKey(keys, answers));
    }

    private static BlobBytes byKey(List<String> keys, List<@Nullable Response> answers) {
        BlobBytes blobs = new BlobBytes();
        for (int i = 0; i < keys.size(); i++) {
            Response answer = answers.get(i);
            if (answer != null) {
                blobs.put(keys.get(i), answer.toBytes());
            }
        }
        return blobs;
    }
}
