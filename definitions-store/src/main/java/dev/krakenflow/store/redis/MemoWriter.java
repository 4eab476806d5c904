package dev.krakenflow.store.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.StoredMemo;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes memos that are still as they were read. The script that compares and writes also sees whether the index knows
 * the memo for long enough; only where it does not, as before a first write, the index is told.
 */
final class MemoWriter {

    private enum Answer {
        WRITTEN,
        CHANGED,
        UNKNOWN
    }

    /** Its version is random, so that no memo is ever taken for an earlier one. */
    private record Write(
            MemoKey key,
            String readVersion,
            String version,
            byte[] json,
            @Nullable Duration ttl) {}

    private static final String NOT_TOLD = "";

    private final PipelinedConnection connection;
    private final MemoIndex index;
    private final byte[] margin;
    private final Script replace = Script.of("memo-replace.lua");

    MemoWriter(PipelinedConnection connection, MemoIndex index, Duration margin) {
        this.connection = connection;
        this.index = index;
        this.margin = Long.toString(margin.toMillis()).getBytes(UTF_8);
    }

    Uni<Boolean> replace(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl) {
        return Uni.createFrom().deferred(() -> {
            Write write = new Write(key, read.version(), UUID.randomUUID().toString(), json, ttl);
            return read.json() == null ? writeKnown(write) : write(write);
        });
    }

    private Uni<Boolean> write(Write write) {
        return run(write, NOT_TOLD)
                .chain(answer -> answer == Answer.UNKNOWN
                        ? writeKnown(write)
                        : Uni.createFrom().item(answer == Answer.WRITTEN));
    }

    // Told again behind the write, since the memos of the pipeline may have been forgotten in between.
    private Uni<Boolean> writeKnown(Write write) {
        return index.add(write.key(), write.ttl())
                .chain(known -> run(write, known))
                .onItem()
                .invoke(MemoWriter::requireKnown)
                .call(answer -> answer == Answer.WRITTEN
                        ? index.add(write.key(), write.ttl())
                        : Uni.createFrom().voidItem())
                .onItem()
                .transform(answer -> answer == Answer.WRITTEN);
    }

    private Uni<Answer> run(Write write, String known) {
        return replace.run(
                        connection,
                        List.of(RedisKeys.memo(write.key())),
                        write.readVersion().getBytes(UTF_8),
                        write.version().getBytes(UTF_8),
                        Milliseconds.text(write.ttl()).getBytes(UTF_8),
                        known.getBytes(UTF_8),
                        margin,
                        write.json())
                .onItem()
                .transform(answer -> switch (answer.toString()) {
                    case "written" -> Answer.WRITTEN;
                    case "changed" -> Answer.CHANGED;
                    default -> Answer.UNKNOWN;
                });
    }

    private static void requireKnown(Answer answer) {
        if (answer == Answer.UNKNOWN) {
            throw new StoreUnavailableException("the clocks of the store's nodes differ too much", null);
        }
    }
}
