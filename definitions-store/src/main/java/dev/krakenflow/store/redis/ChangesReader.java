package dev.krakenflow.store.redis;

import dev.krakenflow.store.Kind;
import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what changed since a revision. The list is a sorted set, each name once, by the revision of its last change,
 * bounded by dropping what changed longest ago. Something newer than a reader's revision can only have been dropped when
 * the set is full and holds nothing as old as that revision; both are asked after the names, so that dropping meanwhile
 * is noticed.
 */
final class ChangesReader {

    private final PipelinedConnection connection;
    private final int kept;

    ChangesReader(PipelinedConnection connection, int kept) {
        this.connection = connection;
        this.kept = kept;
    }

    Uni<PipelineChanges> since(Position known) {
        Request names = Request.cmd(Command.ZRANGE)
                .arg(RedisKeys.CHANGES)
                .arg("(" + known.revision())
                .arg("+inf")
                .arg("BYSCORE");
        Request size = Request.cmd(Command.ZCARD).arg(RedisKeys.CHANGES);
        Request olderOnes =
                Request.cmd(Command.ZCOUNT).arg(RedisKeys.CHANGES).arg("-inf").arg(known.revision());
        return connection
                .read(List.of(PositionReading.request(), names, size, olderOnes))
                .onItem()
                .transform(answers -> changes(known, answers));
    }

    private PipelineChanges changes(Position known, List<@Nullable Response> answers) {
        Position now = PositionReading.parse(answers.get(0));
        boolean otherHistory = !now.epoch().equals(known.epoch()) || now.revision() < known.revision();
        boolean tooShort = Answers.number(answers.get(2)) >= kept && Answers.number(answers.get(3)) == 0;
        if (otherHistory || tooShort) {
            return new PipelineChanges(now, true, true, Set.of());
        }
        Set<RecordKey> changed =
                Answers.texts(answers.get(1)).map(RedisKeys::recordKey).collect(Collectors.toUnmodifiableSet());
        Set<String> names = changed.stream()
                .filter(key -> key.kind() == Kind.PIPELINES)
                .map(RecordKey::name)
                .collect(Collectors.toUnmodifiableSet());
        return new PipelineChanges(now, false, changed.contains(RecordKey.ROUTES), names);
    }
}
