package dev.krakenflow.store.redis;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Routing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads who takes what in two round trips: position, record of the routes and the triggers' range of the users in one
 * batch, then the blob of the routes if there are any. Each of the two tables is whole; when a flip came between them,
 * a check from the position tells.
 */
final class RoutingReader {

    private final PipelinedConnection connection;
    private final BlobReader blobs;
    private final DefinitionJson json = new DefinitionJson();

    RoutingReader(PipelinedConnection connection) {
        this.connection = connection;
        this.blobs = new BlobReader(connection);
    }

    Uni<Routing> read() {
        Request routes = Request.cmd(Command.HGET)
                .arg(RedisKeys.definitions(Kind.ROUTES))
                .arg(RedisKeys.word(RecordKey.ROUTES.name()));
        return LostBlobException.startAgain(connection
                .read(List.of(PositionReading.request(), routes, UsersRange.request(Kind.TRIGGERS)))
                .chain(this::follow));
    }

    private Uni<Routing> follow(List<@Nullable Response> answers) {
        Position position = PositionReading.parse(answers.get(0));
        Map<String, String> triggers = triggers(answers.get(2));
        Response record = answers.get(1);
        if (record == null) {
            return Uni.createFrom().item(new Routing(position, Map.of(), triggers));
        }
        String blob = StoredRecord.parse(record.toString()).blob();
        return blobs.read(List.of(blob))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(bytes -> new Routing(position, Routing.routes(json.decode(bytes.get(blob))), triggers));
    }

    private static Map<String, String> triggers(@Nullable Response members) {
        Map<String, String> triggers = new TreeMap<>();
        Answers.texts(members)
                .forEach(member -> triggers.putIfAbsent(
                        UsersRange.used(member).name(), UsersRange.user(member).name()));
        return triggers;
    }
}
