package dev.krakenflow.store.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Wakes a consumer when something was cast: it reads the stream that wakes, in Redis, on a connection of its own that
 * waits with it. One waits at a time. Thread-safe.
 */
final class CastBell {

    private static final Duration BLOCK = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Context context;
    private final ConnectionHolder holder;
    private final ConnectionLimits limits;
    // Like the holder, confined to the context.
    private @Nullable Promise<Boolean> waiting;
    private boolean reading;
    private boolean rung;

    CastBell(Redis redis, Vertx vertx, ConnectionLimits limits) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.holder = new ConnectionHolder(redis, limits, InstantSource.system());
        this.limits = limits;
    }

    /**
     * Waits until there may be something.
     *
     * @param woken the last entry of the stream when there was nothing
     * @return false when it was {@link #ring} that ended the wait
     */
    Uni<Boolean> await(String woken, @Nullable Duration due) {
        return Uni.createFrom()
                .emitter(emitter ->
                        context.runOnContext(ignored -> listen(woken, due).onComplete(done -> {
                            if (done.succeeded()) {
                                emitter.complete(done.result());
                            } else {
                                emitter.fail(StoreFailures.unavailable(done.cause()));
                            }
                        })));
    }

    /** Ends the wait that is under way, else the next one. */
    void ring() {
        context.runOnContext(ignored -> {
            rung = waiting == null || !waiting.tryComplete(false);
        });
    }

    void close() {
        ring();
        context.runOnContext(ignored -> holder.drop());
    }

    private Future<Boolean> listen(String woken, @Nullable Duration due) {
        if (rung) {
            rung = false;
            return Future.succeededFuture(false);
        }
        Promise<Boolean> promise = Promise.promise();
        waiting = promise;
        long longest = due == null ? BLOCK.toMillis() : Math.min(BLOCK.toMillis(), due.toMillis());
        long timer = vertx.setTimer(Math.max(1, longest), ignored -> promise.tryComplete(true));
        read(woken);
        return promise.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            waiting = null;
        });
    }

    /** Unless one of before is still under way, which learns of everything that comes as well. */
    private void read(String woken) {
        if (reading) {
            return;
        }
        reading = true;
        Request request = Request.cmd(Command.XREAD)
                .arg("BLOCK")
                .arg(BLOCK.toMillis())
                .arg("STREAMS")
                .arg(RedisKeys.CASTS_WAKE)
                .arg(woken);
        holder.connection()
                .compose(connection -> connection.send(request))
                .timeout(BLOCK.plus(limits.command()).toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(this::read);
    }

    private void read(AsyncResult<Response> done) {
        reading = false;
        if (done.cause() instanceof TimeoutException) {
            holder.dropHanging();
        }
        if (waiting == null) {
            return;
        }
        if (done.succeeded()) {
            waiting.tryComplete(true);
        } else {
            waiting.tryFail(done.cause());
        }
    }
}
