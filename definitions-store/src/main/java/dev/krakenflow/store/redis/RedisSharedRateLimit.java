package dev.krakenflow.store.redis;

import dev.krakenflow.policy.Permission;
import dev.krakenflow.policy.SharedRateLimit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;

/**
 * The {@link SharedRateLimit} in Redis, each limiter's window as a key of its own; {@link RedisKeys} has the layout. Items
 * are given on an event loop.
 */
public final class RedisSharedRateLimit implements SharedRateLimit {

    private final PipelinedConnection connection;
    private final Script take = Script.of("limit-take.lua");

    /** Limits that use this connection, alone or with others. */
    public RedisSharedRateLimit(PipelinedConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uni<Permission> take(String limiter, int limit, Duration window) {
        List<String> arguments = List.of(Integer.toString(limit), Milliseconds.text(window));
        return take.run(connection, List.of(RedisKeys.limit(limiter)), arguments)
                .onItem()
                .transform(Answers::number)
                .onItem()
                .transform(left -> new Permission(left == 0, Duration.ofMillis(left)));
    }
}
