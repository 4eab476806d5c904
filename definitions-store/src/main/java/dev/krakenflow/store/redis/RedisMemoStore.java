package dev.krakenflow.store.redis;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The {@link MemoStore} in Redis; {@link RedisKeys} has the layout. Each memo and each lease is a key of its own, so they
 * spread over a cluster. Items are given on an event loop.
 */
public final class RedisMemoStore implements MemoStore {

    private static final StoredMemo NONE = new StoredMemo(null, "");
    private static final Duration MARGIN = Duration.ofHours(1);

    private final PipelinedConnection connection;
    private final MemoIndex index;
    private final MemoWriter writer;
    private final Script release = Script.of("lease-release.lua");

    /** A store that uses this connection, alone or with others. */
    public RedisMemoStore(PipelinedConnection connection) {
        this(connection, MARGIN);
    }

    /** @param margin how much the clocks of a cluster's nodes may differ, and how long ended memos stay in the index */
    RedisMemoStore(PipelinedConnection connection, Duration margin) {
        this.connection = connection;
        this.index = new MemoIndex(connection, margin);
        this.writer = new MemoWriter(connection, index, margin);
    }

    @Override
    public Uni<StoredMemo> read(MemoKey key) {
        Request request = Request.cmd(Command.HMGET)
                .arg(RedisKeys.memo(key))
                .arg("version")
                .arg("json");
        return connection.read(List.of(request)).onItem().transform(answers -> memo(answers.get(0)));
    }

    private static StoredMemo memo(@Nullable Response fields) {
        Response version = fields == null ? null : fields.get(0);
        Response json = fields == null ? null : fields.get(1);
        return version == null || json == null ? NONE : new StoredMemo(json.toBytes(), version.toString());
    }

    @Override
    public Uni<Boolean> replace(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl) {
        return Uni.createFrom().deferred(() -> writer.replace(key, read, ValueTooLargeException.check(json), ttl));
    }

    @Override
    public Uni<@Nullable String> lease(MemoKey key, Duration time) {
        return Uni.createFrom().deferred(() -> {
            String token = UUID.randomUUID().toString();
            Request request = Request.cmd(Command.SET)
                    .arg(RedisKeys.lease(RedisKeys.memo(key)))
                    .arg(token)
                    .arg("NX")
                    .arg("PX")
                    .arg(Milliseconds.of(time));
            return connection.send(request).onItem().transform(done -> done == null ? null : token);
        });
    }

    @Override
    public Uni<Void> release(MemoKey key, String token) {
        return release.run(connection, List.of(RedisKeys.lease(RedisKeys.memo(key))), List.of(token))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return index.clear(pipeline);
    }
}
