package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastConsumer;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastState;
import dev.krakenflow.cast.Delivery;
import dev.krakenflow.cast.Room;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A {@link CastConsumer} of the queue in Redis, with two connections of its own: one for scripts, one that waits. It
 * connects when it is asked for deliveries for the first time. Items are given on an event loop.
 */
public final class RedisCastConsumer implements CastConsumer {

    private final String name = UUID.randomUUID().toString();
    private final PipelinedConnection connection;
    private final CastBounds bounds;
    private final CastPulse pulse;
    private final CastBell bell;
    private final CastHeart heart;
    private final HeldDeliveries held;
    private final CastScript take = new CastScript("cast-take.lua");
    private final CastScript settle = new CastScript("cast-settle.lua");
    private volatile boolean closed;

    public RedisCastConsumer(Redis redis, Vertx vertx, ConnectionLimits limits, CastBounds bounds) {
        this(redis, vertx, limits, bounds, CastPulse.DEFAULT);
    }

    RedisCastConsumer(Redis redis, Vertx vertx, ConnectionLimits limits, CastBounds bounds, CastPulse pulse) {
        this.connection = new PipelinedConnection(redis, vertx, limits);
        this.bounds = bounds;
        this.pulse = pulse;
        this.bell = new CastBell(redis, vertx, limits);
        this.heart = new CastHeart(vertx, connection, name, pulse);
        this.held = new HeldDeliveries(connection, name, pulse.gone());
    }

    @Override
    public Uni<List<Delivery>> take(Room room) {
        return Uni.createFrom().deferred(() -> {
            if (closed) {
                throw new IllegalStateException("the consumer is closed");
            }
            heart.start();
            return held.check()
                    .chain(() -> ask(room))
                    .chain(answer -> answer.deliveries().isEmpty()
                            ? takeAfter(answer, room)
                            : Uni.createFrom().item(answer.deliveries()));
        });
    }

    private Uni<List<Delivery>> takeAfter(CastAnswer nothing, Room room) {
        return bell.await(nothing.woken(), nothing.due())
                .chain(something -> something && !closed
                        ? ask(room).onItem().transform(CastAnswer::deliveries)
                        : Uni.createFrom().item(List.of()));
    }

    private Uni<CastAnswer> ask(Room room) {
        return Uni.createFrom()
                .deferred(() -> {
                    held.asked();
                    return take.run(connection, arguments(room));
                })
                .onItem()
                .transform(CastAnswer::of)
                .onItem()
                .invoke(answer -> held.add(answer.deliveries()));
    }

    private CastScript.Arguments arguments(Room room) {
        CastScript.Arguments arguments = CastScript.arguments()
                .add(name)
                .add(pulse.gone().toMillis())
                .add(room.most())
                .add(room.others());
        room.byPipeline()
                .forEach((pipeline, count) ->
                        arguments.add(RedisKeys.word(pipeline)).add(count));
        return arguments;
    }

    @Override
    public void wake() {
        bell.ring();
    }

    @Override
    public Uni<Void> settle(Delivery delivery, Map<String, CastState> states, Duration again) {
        return Uni.createFrom()
                .deferred(() -> settle.runRepeatably(connection, arguments(delivery, states, again)))
                .onItem()
                .invoke(() -> settled(delivery, states))
                .replaceWithVoid();
    }

    private void settled(Delivery delivery, Map<String, CastState> states) {
        held.remove(delivery);
        boolean isOver = delivery.events().stream()
                .allMatch(event -> CastStatus.of(states.get(event.reference())).isLast());
        if (!isOver) {
            // It may be due before what the wait that is under way knows of.
            bell.ring();
        }
    }

    private CastScript.Arguments arguments(Delivery delivery, Map<String, CastState> states, Duration again) {
        CastScript.Arguments arguments = CastScript.arguments()
                .add(name)
                .add(RedisKeys.word(delivery.pipeline()))
                .add(delivery.id())
                .add(Math.max(0, again.toMillis()))
                .add(Milliseconds.of(bounds.kept()));
        for (CastEvent event : delivery.events()) {
            CastStatus status = CastStatus.of(states.get(event.reference()));
            arguments.add(event.reference()).add(status.word()).add(status.answer());
        }
        return arguments;
    }

    @Override
    public Uni<Void> close() {
        return Uni.createFrom().deferred(() -> {
            closed = true;
            bell.close();
            return heart.stop()
                    ? held.giveAllBack().onTermination().invoke(connection::close)
                    : Uni.createFrom().voidItem();
        });
    }
}
