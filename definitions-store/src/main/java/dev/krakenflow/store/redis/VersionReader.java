package dev.krakenflow.store.redis;

import dev.krakenflow.store.DefinitionVersion;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the versions of a definition: the pointers, then the blobs one after the other. */
final class VersionReader {

    private final PipelinedConnection connection;
    private final BlobReader blobs;
    private final DefinitionJson json = new DefinitionJson();

    VersionReader(PipelinedConnection connection) {
        this.connection = connection;
        this.blobs = new BlobReader(connection);
    }

    Uni<List<DefinitionVersion>> read(RecordKey key) {
        if (!key.kind().keepsVersions()) {
            return Uni.createFrom().item(List.of());
        }
        String name = RedisKeys.word(key.name());
        // The record first: a flip between the two then leads to versions that hold it.
        List<Request> pointers = List.of(
                Request.cmd(Command.HGET).arg(RedisKeys.definitions(key.kind())).arg(name),
                Request.cmd(Command.HGET).arg(RedisKeys.versions(key.kind())).arg(name));
        return LostBlobException.startAgain(connection.read(pointers).chain(this::follow));
    }

    private Uni<List<DefinitionVersion>> follow(List<@Nullable Response> answers) {
        List<StoredVersion> stored = stored(Answers.text(answers.get(0)), Answers.text(answers.get(1)));
        return blobs.readOneByOne(stored.stream().map(StoredVersion::blob).toList())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(bytes -> stored.stream()
                        .map(it -> it.with(json.decode(bytes.get(it.blob()))))
                        .toList());
    }

    private static List<StoredVersion> stored(String record, String versions) {
        if (!versions.isEmpty()) {
            return StoredVersion.parseAll(versions);
        }
        if (record.isEmpty()) {
            return List.of();
        }
        StoredRecord alone = StoredRecord.parse(record);
        return List.of(new StoredVersion(alone.version(), null, alone.blob()));
    }
}
