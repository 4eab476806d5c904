package dev.krakenflow.store.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connection of the moment: opened when asked for, forgotten when it ends. Confined to one Vert.x context. */
final class ConnectionHolder {

    /** After this nobody knows whether the connection is still there: a platform may have frozen the process. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final Duration PING = Duration.ofMillis(250);

    private final Redis redis;
    private final ConnectionLimits limits;
    private final BackOff backOff;
    private final InstantSource clock;
    private long usedMillis;
    private @Nullable Future<RedisConnection> current;

    /** @param clock on the wall, which goes on while the process is frozen */
    ConnectionHolder(Redis redis, ConnectionLimits limits, InstantSource clock) {
        this.redis = redis;
        this.limits = limits;
        this.clock = clock;
        this.backOff = new BackOff(limits.maxBackOff());
    }

    /** The connection, as soon as it is there. Fails at once within the pause after a failed try. */
    Future<RedisConnection> connection() {
        long now = clock.millis();
        long silence = Math.abs(now - usedMillis);
        usedMillis = now;
        Future<RedisConnection> known = current;
        if (known != null) {
            return silence > LONGEST_SILENCE.toMillis() && known.succeeded() ? checked(known.result()) : known;
        }
        if (backOff.pausing(System.nanoTime())) {
            return Future.failedFuture("Redis could not be reached a moment ago");
        }
        Future<RedisConnection> opened = open();
        current = opened;
        opened.onSuccess(connection -> opened(opened, connection)).onFailure(cause -> failed(opened));
        return opened;
    }

    /** The same connection if it still answers, else another one; whoever comes meanwhile waits for that too. */
    private Future<RedisConnection> checked(RedisConnection connection) {
        Future<RedisConnection> checking = connection
                .send(Request.cmd(Command.PING))
                .timeout(PING.toMillis(), TimeUnit.MILLISECONDS)
                .map(connection)
                .recover(silent -> {
                    close(connection);
                    return open();
                });
        current = checking;
        checking.onSuccess(live -> opened(checking, live)).onFailure(cause -> failed(checking));
        return checking;
    }

    /** Closes the connection if it is open; one that is being opened has its own timeout. */
    void dropHanging() {
        Future<RedisConnection> known = current;
        if (known != null && known.succeeded()) {
            drop();
        }
    }

    /** Closes the connection, if there is one. */
    void drop() {
        Future<RedisConnection> known = current;
        current = null;
        if (known != null) {
            known.onSuccess(ConnectionHolder::close);
        }
    }

    private Future<RedisConnection> open() {
        Future<RedisConnection> connecting = redis.connect();
        Future<RedisConnection> inTime = connecting.timeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS);
        inTime.onFailure(cause -> connecting.onSuccess(ConnectionHolder::close));
        return inTime;
    }

    private void opened(Future<RedisConnection> opened, RedisConnection connection) {
        backOff.succeeded();
        connection.endHandler(ended -> forget(opened));
        connection.exceptionHandler(cause -> forget(opened));
    }

    private void failed(Future<RedisConnection> opened) {
        backOff.failed(System.nanoTime());
        forget(opened);
    }

    private void forget(Future<RedisConnection> ended) {
        if (current == ended) {
            current = null;
        }
    }

    /** Really closes it: the client's pool keeps a connection that is given back, unless its database was selected. */
    private static void close(RedisConnection connection) {
        connection.send(Request.cmd(Command.SELECT).arg(0)).onComplete(ignored -> {});
        connection.close().onComplete(ignored -> {});
    }
}
