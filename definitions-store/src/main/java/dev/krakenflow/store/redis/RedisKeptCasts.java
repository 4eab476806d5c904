package dev.krakenflow.store.redis;

import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastMessage;
import dev.krakenflow.cast.KeptCasts;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dead casts in Redis, a list for each pipeline, for queues that keep none. Items are given on an event loop. */
public final class RedisKeptCasts implements KeptCasts {

    private final PipelinedConnection connection;
    private final CastBounds bounds;
    private final CastScript keep = new CastScript("cast-dead-keep.lua");

    /** A place that uses this connection, alone or with others. */
    public RedisKeptCasts(PipelinedConnection connection, CastBounds bounds) {
        this.connection = connection;
        this.bounds = bounds;
    }

    @Override
    public Uni<Boolean> keep(CastMessage dead) {
        return Uni.createFrom()
                .deferred(() -> keep.run(
                        connection,
                        CastScript.arguments()
                                .add(RedisKeys.word(dead.pipeline()))
                                .add(bounds.most())
                                .add(dead.write())))
                .onItem()
                .transform(answer -> Answers.number(answer) == 1);
    }

    @Override
    public Uni<Integer> count(String pipeline) {
        Request request = Request.cmd(Command.LLEN).arg(RedisKeys.castsKept(pipeline));
        return connection.read(List.of(request)).onItem().transform(answers -> (int) Answers.number(answers.get(0)));
    }

    @Override
    public Uni<@Nullable CastMessage> first(String pipeline) {
        Request request =
                Request.cmd(Command.LINDEX).arg(RedisKeys.castsKept(pipeline)).arg(0);
        return connection.read(List.of(request)).onItem().transform(answers -> message(answers.get(0)));
    }

    private static @Nullable CastMessage message(@Nullable Response answer) {
        return answer == null ? null : CastMessage.read(answer.toBytes());
    }

    @Override
    public Uni<Void> remove(CastMessage kept) {
        Request request = Request.cmd(Command.LREM)
                .arg(RedisKeys.castsKept(kept.pipeline()))
                .arg(1)
                .arg(kept.write());
        return connection.send(request).replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return connection
                .send(Request.cmd(Command.DEL).arg(RedisKeys.castsKept(pipeline)))
                .replaceWithVoid();
    }
}
