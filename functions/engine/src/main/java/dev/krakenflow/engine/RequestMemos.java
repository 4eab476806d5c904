package dev.krakenflow.engine;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.StoredMemo;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The memos of one request. Whoever had their turn in the queue is the only one who writes, so no write is refused. */
record RequestMemos(InvocationMemos memos, Scheduler scheduler) implements MemoSource {
    private static final StoredMemo NOWHERE = new StoredMemo(null, "");

    @Override
    public MemoQueues queues() {
        return memos.queues(scheduler);
    }

    @Override
    public @Nullable MemoLease lease(MemoKey key) {
        return null;
    }

    @Override
    public Uni<Read> read(MemoKey key) {
        return Uni.createFrom().item(() -> new Read(memos.get(key), NOWHERE));
    }

    @Override
    public Uni<Boolean> replace(MemoKey key, Read read, Object memo, @Nullable Duration ttl) {
        return Uni.createFrom().item(() -> {
            memos.put(key, memo);
            return true;
        });
    }
}
