package dev.krakenflow.store.redis;

import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis that any number of callers share: requests are written as they come, without waiting for the
 * answers of those before (a pool of connections would refuse what is beyond its size). It connects when it is first
 * used and again after a failure, with a pause that grows; meanwhile it fails at once. Every request has a timeout; one
 * that times out takes the connection with it, since an answer that hangs blocks those behind it.
 *
 * <p>Only for commands that answer at once and leave no state in the connection: never MULTI, WATCH, SUBSCRIBE or BLOCK.
 * All failures are {@link StoreUnavailableException}, with what Redis said as the cause. Thread-safe.
 */
public final class PipelinedConnection {

    private final Context context;
    private final ConnectionLimits limits;
    private final ConnectionHolder holder;
    // Like the holder, confined to the context.
    private int waiting;

    public PipelinedConnection(Redis redis, Vertx vertx, ConnectionLimits limits) {
        this(redis, vertx, limits, InstantSource.system());
    }

    /** @param clock on the wall, which goes on while the process is frozen */
    PipelinedConnection(Redis redis, Vertx vertx, ConnectionLimits limits, InstantSource clock) {
        this.context = vertx.getOrCreateContext();
        this.limits = limits;
        this.holder = new ConnectionHolder(redis, limits, clock);
    }

    /** Sends one request. */
    public Uni<Response> send(Request request) {
        return send(List.of(request)).onItem().transform(answers -> answers.get(0));
    }

    /**
     * Sends requests in one go, in this order; gives their answers, in this order, null for nil. In a cluster only those of one slot
     * keep the order. Fails when one of them fails; the others may have been carried out.
     */
    public Uni<List<@Nullable Response>> send(List<Request> requests) {
        return Uni.createFrom()
                .emitter(emitter ->
                        context.runOnContext(ignored -> admit(requests).onComplete(done -> {
                            if (done.succeeded()) {
                                emitter.complete(done.result());
                            } else {
                                emitter.fail(StoreFailures.unavailable(done.cause()));
                            }
                        })));
    }

    /**
     * As {@link #send(List)}, for requests that may be repeated: sends them once more when the connection turned out to
     * be lost, as it is after the process was frozen. Both tries together take no longer than one command may.
     */
    public Uni<List<@Nullable Response>> read(List<Request> requests) {
        return send(requests)
                .onFailure(StoreFailures::isLostConnection)
                .retry()
                .atMost(1)
                .ifNoItem()
                .after(limits.command())
                .failWith(() -> StoreFailures.unavailable(new TimeoutException("no answer in time")));
    }

    /** Closes the connection. The next request opens another one. */
    public void close() {
        context.runOnContext(ignored -> holder.drop());
    }

    private Future<List<@Nullable Response>> admit(List<Request> requests) {
        if (requests.isEmpty()) {
            return Future.succeededFuture(List.of());
        }
        if (waiting + requests.size() > limits.maxWaiting()) {
            return Future.failedFuture("too many commands wait for an answer");
        }
        waiting += requests.size();
        return holder.connection()
                .compose(connection -> sendAll(connection, requests))
                .timeout(limits.command().toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> {
                    waiting -= requests.size();
                    if (done.cause() instanceof TimeoutException) {
                        holder.dropHanging();
                    }
                });
    }

    private static Future<List<@Nullable Response>> sendAll(RedisConnection connection, List<Request> requests) {
        List<? extends Future<?>> answers =
                requests.stream().map(connection::send).toList();
        return Future.all(answers).map(all -> all.<@Nullable Response>list());
    }
}
