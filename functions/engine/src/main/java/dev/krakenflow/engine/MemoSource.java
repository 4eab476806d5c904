package dev.krakenflow.engine;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.StoredMemo;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the memos of one scope are kept, with the queues of those who want them. Thread-safe. */
interface MemoSource {

    /** The key under which a composer's memo stands in its definition; the step of failures. */
    String STEP = "memo";

    /**
     * A memo as it was read.
     *
     * @param value a JSON value; null: none is kept
     * @param stored what a later write compares
     */
    record Read(@Nullable Object value, StoredMemo stored) {}

    MemoQueues queues();

    /** The lease on a memo; null where nobody else can write it. */
    @Nullable MemoLease lease(MemoKey key);

    /** Fails with {@link RunException}. */
    Uni<Read> read(MemoKey key);

    /**
     * Writes a memo if it still is as it was read, and answers whether it was. Fails with {@link RunException}.
     *
     * @param ttl how long it is kept; null: as long as the scope lasts
     */
    Uni<Boolean> replace(MemoKey key, Read read, Object memo, @Nullable Duration ttl);
}
