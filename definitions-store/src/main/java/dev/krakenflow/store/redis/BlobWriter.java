package dev.krakenflow.store.redis;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes what a flip will point to, before it. Each writing has a key of its own, never that of an earlier one: so a
 * blob that nothing points to any more stays so for ever, and who deletes it, however late, deletes nothing that is in
 * use. Before it is written its key is put down as unreferenced, so that a writer that dies leaves nothing behind that
 * the {@link Sweeper} does not find.
 */
final class BlobWriter {

    private final PipelinedConnection connection;
    private final Script announce = Script.of("announce.lua");

    BlobWriter(PipelinedConnection connection) {
        this.connection = connection;
    }

    /** Encodes and writes all of it, one chunk after the other; gives the keys in the same order. */
    Uni<List<String>> write(List<Draft> drafts) {
        return Uni.createFrom().deferred(() -> {
            Iterator<Draft> left = drafts.iterator();
            List<String> keys = new ArrayList<>();
            return writeNextChunk(left)
                    .onItem()
                    .invoke(keys::addAll)
                    .repeat()
                    .whilst(chunk -> left.hasNext())
                    .onItem()
                    .ignoreAsUni()
                    .replaceWith(keys);
        });
    }

    private Uni<List<String>> writeNextChunk(Iterator<Draft> left) {
        return Uni.createFrom()
                .item(() -> Blob.nextChunk(left))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(this::writeChunk);
    }

    private Uni<List<String>> writeChunk(List<Blob> chunk) {
        if (chunk.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<String> keys = chunk.stream().map(Blob::key).toList();
        List<Request> writes = chunk.stream()
                .map(blob -> Request.cmd(Command.SET).arg(blob.key()).arg(blob.bytes()))
                .toList();
        return announce.run(connection, List.of(RedisKeys.UNREFERENCED), keys)
                .chain(() -> connection.send(writes))
                .replaceWith(keys);
    }
}
