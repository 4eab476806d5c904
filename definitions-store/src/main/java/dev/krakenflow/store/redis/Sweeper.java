package dev.krakenflow.store.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Deletes blobs that nothing has pointed to for a while. A script dooms them first, from when on no flip may point to
 * them; then they are deleted and at last forgotten, so that what a sweeper that died left undone is done by the next.
 * Time is that of the Redis server.
 */
final class Sweeper {

    private static final int CHUNK = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final PipelinedConnection connection;
    private final Duration grace;
    private final Script doom = Script.of("doom.lua");
    private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());

    Sweeper(PipelinedConnection connection, Duration grace) {
        this.connection = connection;
        this.grace = grace;
    }

    /** Sweeps unless it did within the last minute; never fails. */
    Uni<Void> sweepNowAndThen() {
        return Uni.createFrom().deferred(() -> {
            long now = System.nanoTime();
            long next = nextNanos.get();
            if (now - next < 0 || !nextNanos.compareAndSet(next, now + PAUSE.toNanos())) {
                return Uni.createFrom().voidItem();
            }
            return sweep().replaceWithVoid().onFailure().recoverWithNull();
        });
    }

    /** Deletes everything that is due; gives how many blobs that were. */
    Uni<Integer> sweep() {
        return sweepChunk()
                .repeat()
                .whilst(swept -> swept == CHUNK)
                .collect()
                .in(AtomicLong::new, (sum, swept) -> sum.addAndGet(swept))
                .onItem()
                .transform(AtomicLong::intValue);
    }

    private Uni<Integer> sweepChunk() {
        List<String> arguments = List.of(Long.toString(grace.toSeconds()), Integer.toString(CHUNK));
        return doom.run(connection, List.of(RedisKeys.UNREFERENCED), arguments)
                .onItem()
                .transform(doomed -> Answers.texts(doomed).toList())
                .chain(this::delete);
    }

    private Uni<Integer> delete(List<String> blobs) {
        if (blobs.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        List<Request> unlinks = blobs.stream()
                .map(blob -> Request.cmd(Command.UNLINK).arg(blob))
                .toList();
        Request forget = Request.cmd(Command.ZREM).arg(RedisKeys.UNREFERENCED);
        blobs.forEach(forget::arg);
        return connection.send(unlinks).chain(() -> connection.send(forget)).replaceWith(blobs.size());
    }
}
