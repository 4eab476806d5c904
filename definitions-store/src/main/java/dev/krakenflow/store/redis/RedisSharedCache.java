package dev.krakenflow.store.redis;

import dev.krakenflow.policy.SharedCache;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@link SharedCache} in Redis, each value as a key of its own; {@link RedisKeys} has the layout. Items are given on an
 * event loop.
 */
public final class RedisSharedCache implements SharedCache {

    private final PipelinedConnection connection;

    /** A cache that uses this connection, alone or with others. */
    public RedisSharedCache(PipelinedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<byte @Nullable []> get(String key) {
        Request request = Request.cmd(Command.GET).arg(RedisKeys.cached(key));
        return connection.read(List.of(request)).onItem().transform(answers -> Answers.bytes(answers.get(0)));
    }

    @Override
    public Uni<Void> put(String key, byte[] value, Duration ttl) {
        if (value.length > MAX_BYTES) {
            return Uni.createFrom().voidItem();
        }
        Request request = Request.cmd(Command.SET)
                .arg(RedisKeys.cached(key))
                .arg(value)
                .arg("PX")
                .arg(Milliseconds.of(ttl));
        return connection.send(request).replaceWithVoid();
    }
}
