package dev.krakenflow.store.redis;

import dev.krakenflow.store.RecordKey;
import dev.krakenflow.store.Users;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads who uses what: for each key its revision and then its range of the index, so that a change in between makes the
 * revision too old, which a commit refuses, and never the set.
 */
final class UsersReader {

    private static final int CHUNK = 100;

    private final PipelinedConnection connection;

    UsersReader(PipelinedConnection connection) {
        this.connection = connection;
    }

    Uni<Map<RecordKey, Users>> read(Collection<RecordKey> keys) {
        return Multi.createFrom()
                .iterable(Chunks.of(keys.stream().distinct().toList(), CHUNK))
                .onItem()
                .transformToUniAndConcatenate(this::readChunk)
                .collect()
                .in(TreeMap::new, Map::putAll);
    }

    private Uni<Map<RecordKey, Users>> readChunk(List<RecordKey> keys) {
        List<Request> requests = new ArrayList<>();
        for (RecordKey key : keys) {
            requests.add(
                    Request.cmd(Command.HGET).arg(RedisKeys.USERS_REVISIONS).arg(RedisKeys.member(key)));
            requests.add(UsersRange.request(key));
        }
        return connection.read(requests).onItem().transform(answers -> byKey(keys, answers));
    }

    private static Map<RecordKey, Users> byKey(List<RecordKey> keys, List<@Nullable Response> answers) {
        Map<RecordKey, Users> users = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            long revision = Answers.number(answers.get(2 * i));
            Set<RecordKey> names =
                    Answers.texts(answers.get(2 * i + 1)).map(UsersRange::user).collect(Collectors.toUnmodifiableSet());
            users.put(keys.get(i), new Users(names, revision));
        }
        return users;
    }
}
