package dev.krakenflow.store.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connection of the moment: opened when asked for, forgotten when it ends. Confined to one Vert.x context. */
final class ConnectionHolder {

    private final Redis redis;
    private final ConnectionLimits limits;
    private final BackOff backOff;
    private @Nullable Future<RedisConnection> current;

    ConnectionHolder(Redis redis, ConnectionLimits limits) {
        this.redis = redis;
        this.limits = limits;
        this.backOff = new BackOff(limits.maxBackOff());
    }

    /** The connection, as soon as it is there. Fails at once within the pause after a failed try. */
    Future<RedisConnection> connection() {
        Future<RedisConnection> known = current;
        if (known != null) {
            return known;
        }
        if (backOff.pausing(System.nanoTime())) {
            return Future.failedFuture("Redis could not be reached a moment ago");
        }
        Future<RedisConnection> opened = open();
        current = opened;
        opened.onSuccess(connection -> opened(opened, connection)).onFailure(cause -> failed(opened));
        return opened;
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
