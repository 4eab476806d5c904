package dev.krakenflow.store.redis;

import dev.krakenflow.plan.PlanCodec;
import dev.krakenflow.store.LivePlan;
import dev.krakenflow.store.Position;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loads plans in two round trips: position and pointer in one batch, then the blob. */
final class PlanReader {

    private final PipelinedConnection connection;
    private final BlobReader blobs;
    private final PlanCodec codec = new PlanCodec();

    PlanReader(PipelinedConnection connection) {
        this.connection = connection;
        this.blobs = new BlobReader(connection);
    }

    Uni<LivePlan> load(String pipeline) {
        Request pointer = Request.cmd(Command.HGET).arg(RedisKeys.LIVE).arg(RedisKeys.word(pipeline));
        return LostBlobException.startAgain(
                connection.read(List.of(PositionReading.request(), pointer)).chain(this::follow));
    }

    private Uni<LivePlan> follow(List<@Nullable Response> answers) {
        Position position = PositionReading.parse(answers.get(0));
        Response value = answers.get(1);
        if (value == null) {
            return Uni.createFrom().item(new LivePlan(position, false, 0, null));
        }
        LiveEntry live = LiveEntry.parse(value.toString());
        return blobs.read(List.of(live.blob()))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transform(bytes ->
                        new LivePlan(position, live.started(), live.version(), codec.decode(bytes.get(live.blob()))));
    }
}
