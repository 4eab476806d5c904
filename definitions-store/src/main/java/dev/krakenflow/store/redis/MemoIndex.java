package dev.krakenflow.store.redis;

import dev.krakenflow.memo.MemoKey;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows the memos of each pipeline, so that they can be forgotten. It may know some that are not there any more, and drops
 * those that must have ended whenever it learns of one. Time is that of the Redis server, or of a cluster's nodes, whose
 * clocks may differ by the margin.
 */
final class MemoIndex {

    private static final int PIECE = 100;

    private final PipelinedConnection connection;
    private final String margin;
    private final Script add = Script.of("memo-index.lua");

    MemoIndex(PipelinedConnection connection, Duration margin) {
        this.connection = connection;
        this.margin = Long.toString(margin.toMillis());
    }

    /** Learns of a memo; gives until when it is known now, a millisecond of the server. */
    Uni<String> add(MemoKey memo, @Nullable Duration ttl) {
        List<String> arguments = List.of(RedisKeys.memo(memo), Milliseconds.text(ttl), margin);
        return add.run(connection, List.of(RedisKeys.memos(memo.pipeline())), arguments)
                .onItem()
                .transform(Answers::text);
    }

    /** Deletes everything that it knows of a pipeline, piece by piece. */
    Uni<Void> clear(String pipeline) {
        String index = RedisKeys.memos(pipeline);
        Request piece = Request.cmd(Command.ZRANGE).arg(index).arg(0).arg(PIECE - 1);
        return connection
                .read(List.of(piece))
                .onItem()
                .transform(answers -> Answers.texts(answers.get(0)).toList())
                .call(memos -> clear(index, memos))
                .repeat()
                .whilst(memos -> !memos.isEmpty())
                .onItem()
                .ignoreAsUni();
    }

    // A memo that was written for the first time after it was deleted here, but learned of before it is taken out,
    // would be
    // there unknown: so they are deleted once more behind that, and who writes for the first time tells of it before
    // and after.
    private Uni<Void> clear(String index, List<String> memos) {
        if (memos.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Request takeOut = Request.cmd(Command.ZREM).arg(index);
        memos.forEach(takeOut::arg);
        return connection
                .send(memos.stream().map(MemoIndex::unlink).toList())
                .chain(() -> connection.send(memos.stream()
                        .map(RedisKeys::lease)
                        .map(MemoIndex::unlink)
                        .toList()))
                .chain(() -> connection.send(takeOut))
                .chain(() ->
                        connection.send(memos.stream().map(MemoIndex::unlink).toList()))
                .replaceWithVoid();
    }

    private static Request unlink(String key) {
        return Request.cmd(Command.UNLINK).arg(key);
    }
}
