package dev.krakenflow.store.redis;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.Commit;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a change visible, whole, by one script: pointers only, so that it takes a few milliseconds for a thousand. */
final class Flip {

    private static final List<String> KEYS = List.of(
            RedisKeys.EPOCH,
            RedisKeys.SERVER,
            RedisKeys.REVISION,
            RedisKeys.LIVE,
            RedisKeys.CHANGES,
            RedisKeys.USERS,
            RedisKeys.USERS_REVISIONS,
            RedisKeys.UNREFERENCED,
            RedisKeys.definitions(Kind.SERVICES),
            RedisKeys.definitions(Kind.PIPELINES),
            RedisKeys.definitions(Kind.HELPERS),
            RedisKeys.definitions(Kind.ROUTES),
            RedisKeys.definitions(Kind.START_ARGUMENTS),
            RedisKeys.definitions(Kind.TRIGGERS),
            RedisKeys.versions(Kind.SERVICES),
            RedisKeys.versions(Kind.PIPELINES),
            RedisKeys.versions(Kind.HELPERS));

    private final PipelinedConnection connection;
    private final FlipRequest request;
    private final Script script = Script.of("flip.lua");

    Flip(PipelinedConnection connection, int keptChanges) {
        this.connection = connection;
        this.request = new FlipRequest(keptChanges);
    }

    /**
     * Points to the blobs.
     *
     * @param definitions the keys of the blobs of {@code change.puts()}, in this order
     * @param plans the keys of the blobs of {@code change.plans()}, in this order
     */
    Uni<Commit> run(Change change, List<String> definitions, List<String> plans) {
        return script.run(connection, KEYS, List.of(request.encode(change, definitions, plans)))
                .onItem()
                .transform(Flip::commit);
    }

    private static Commit commit(Response answer) {
        return switch (answer.get(0).toString()) {
            case "committed" -> new Commit.Committed(Answers.number(answer.get(1)));
            case "refused" -> new Commit.Refused(changed(answer));
            default -> throw new StoreUnavailableException("the store was emptied or swept while it was written", null);
        };
    }

    private static Set<RecordKey> changed(Response answer) {
        return Answers.texts(answer).skip(1).map(RedisKeys::recordKey).collect(Collectors.toUnmodifiableSet());
    }
}
