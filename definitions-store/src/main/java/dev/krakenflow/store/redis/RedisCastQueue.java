package dev.krakenflow.store.redis;

import dev.krakenflow.cast.Acceptance;
import dev.krakenflow.cast.Cast;
import dev.krakenflow.cast.CastBounds;
import dev.krakenflow.cast.CastDepth;
import dev.krakenflow.cast.CastEvent;
import dev.krakenflow.cast.CastOnce;
import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.cast.CastReference;
import dev.krakenflow.cast.CastState;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The {@link CastQueue} in Redis, a stream for each pipeline; {@link RedisKeys} has the layout. Each operation is one script,
 * or several where it moves much. What a lost connection leaves open is asked once more. Items are given on an event loop.
 */
public final class RedisCastQueue implements CastQueue {

    private static final int PIECE = 1_000;

    private final PipelinedConnection connection;
    private final CastBounds bounds;
    private final CastPulse pulse;
    private final CastScript offer = new CastScript("cast-offer.lua");
    private final CastScript redrive = new CastScript("cast-redrive.lua");
    private final CastScript forget = new CastScript("cast-forget.lua");
    private final CastScript depths = new CastScript("cast-depths.lua");

    /** A queue that uses this connection, alone or with others. */
    public RedisCastQueue(PipelinedConnection connection, CastBounds bounds) {
        this(connection, bounds, CastPulse.DEFAULT);
    }

    RedisCastQueue(PipelinedConnection connection, CastBounds bounds, CastPulse pulse) {
        this.connection = connection;
        this.bounds = bounds;
        this.pulse = pulse;
    }

    @Override
    public Uni<Acceptance> offer(Cast cast) {
        return Uni.createFrom()
                .deferred(() -> offer.runRepeatably(connection, arguments(cast)))
                .onItem()
                .transform(RedisCastQueue::acceptance);
    }

    private CastScript.Arguments arguments(Cast cast) {
        CastScript.Arguments arguments = CastScript.arguments()
                .add(RedisKeys.word(cast.pipeline()))
                .add(bounds.most())
                .add(pulse.gone().toMillis())
                .add(cast.together() ? 1 : 0)
                .add(CastTracing.text(cast.tracing()));
        for (CastEvent event : cast.events()) {
            CastOnce once = event.once();
            arguments
                    .add(event.reference())
                    .add(event.json())
                    .addOptional(event.key())
                    .add(once == null ? "" : RedisKeys.castOnce(cast.pipeline(), once.key()))
                    .add(once == null ? "" : once.fingerprint())
                    .add(once == null ? "" : Milliseconds.text(once.ttl()));
        }
        return arguments;
    }

    private static Acceptance acceptance(Response answer) {
        return switch (answer.get(0).toString()) {
            case "accepted" ->
                new Acceptance.Accepted(Answers.texts(answer).skip(1).toList());
            case "mismatch" -> new Acceptance.Mismatch((int) Answers.number(answer.get(1)));
            case "full" -> new Acceptance.Full();
            default -> new Acceptance.NoConsumer();
        };
    }

    @Override
    public Uni<@Nullable CastState> find(String reference) {
        if (!CastReference.matches(reference)) {
            return Uni.createFrom().nullItem();
        }
        Request request = Request.cmd(Command.HMGET)
                .arg(RedisKeys.castEvent(reference))
                .arg("status")
                .arg("answer");
        return connection.read(List.of(request)).onItem().transform(answers -> CastStatus.state(answers.get(0)));
    }

    @Override
    public Uni<Integer> redrive(String pipeline) {
        return inPieces(redrive, pipeline)
                .collect()
                .in(() -> new int[1], (sum, piece) -> sum[0] += piece)
                .onItem()
                .transform(sum -> sum[0]);
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return inPieces(forget, pipeline).onItem().ignoreAsUni();
    }

    /** Runs a script on the whole of a pipeline, again and again until nothing is left for it. */
    private Multi<Integer> inPieces(CastScript script, String pipeline) {
        CastScript.Arguments arguments =
                CastScript.arguments().add(RedisKeys.word(pipeline)).add(PIECE);
        return script.run(connection, arguments)
                .onItem()
                .transform(answer -> (int) Answers.number(answer))
                .repeat()
                .whilst(moved -> moved > 0);
    }

    @Override
    public Uni<Map<String, CastDepth>> depths() {
        return Uni.createFrom()
                .deferred(() -> depths.runRepeatably(connection, CastScript.arguments()))
                .onItem()
                .transform(RedisCastQueue::depths);
    }

    private static Map<String, CastDepth> depths(Response answer) {
        Map<String, CastDepth> depths = new HashMap<>();
        for (int i = 0; i < answer.size(); i += 3) {
            long pending = Answers.number(answer.get(i + 1));
            long dead = Answers.number(answer.get(i + 2));
            depths.put(RedisKeys.name(answer.get(i).toString()), new CastDepth(pending, dead));
        }
        return depths;
    }
}
