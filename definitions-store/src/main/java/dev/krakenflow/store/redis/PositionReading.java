package dev.krakenflow.store.redis;

import dev.krakenflow.store.Position;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** How a reader learns where the store stands: always asked before what it reads next, never after. */
final class PositionReading {

    /** The epoch of a store in which nothing was ever written. */
    private static final String NO_EPOCH = "";

    private PositionReading() {}

    static Request request() {
        return Request.cmd(Command.MGET).arg(RedisKeys.EPOCH).arg(RedisKeys.REVISION);
    }

    static Position parse(@Nullable Response answer) {
        if (answer == null) {
            return new Position(NO_EPOCH, 0);
        }
        return new Position(Answers.text(answer.get(0)), Answers.number(answer.get(1)));
    }
}
