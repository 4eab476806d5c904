package dev.krakenflow.store.memory;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import dev.krakenflow.memo.ValueTooLargeException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@link MemoStore} that lives as long as its process and is always available. */
public final class MemoryMemoStore implements MemoStore {

    private static final StoredMemo NONE = new StoredMemo(null, "");

    private final ExpiringMap<MemoKey, StoredMemo> memos;
    private final ExpiringMap<MemoKey, String> leases;

    public MemoryMemoStore() {
        this(InstantSource.system());
    }

    MemoryMemoStore(InstantSource clock) {
        this.memos = new ExpiringMap<>(clock);
        this.leases = new ExpiringMap<>(clock);
    }

    @Override
    public Uni<StoredMemo> read(MemoKey key) {
        return Uni.createFrom().item(() -> stored(key));
    }

    @Override
    public Uni<Boolean> replace(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl) {
        return Uni.createFrom().item(() -> write(key, read, ValueTooLargeException.check(json), ttl));
    }

    @Override
    public Uni<@Nullable String> lease(MemoKey key, Duration time) {
        return Uni.createFrom().item(() -> take(key, time));
    }

    @Override
    public Uni<Void> release(MemoKey key, String token) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> giveBack(key, token));
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        return Uni.createFrom().voidItem().onItem().invoke(() -> remove(pipeline));
    }

    private synchronized StoredMemo stored(MemoKey key) {
        StoredMemo stored = memos.get(key);
        return stored == null ? NONE : stored;
    }

    private synchronized boolean write(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl) {
        if (!stored(key).version().equals(read.version())) {
            return false;
        }
        memos.put(key, new StoredMemo(json.clone(), UUID.randomUUID().toString()), ttl);
        return true;
    }

    private synchronized @Nullable String take(MemoKey key, Duration time) {
        if (leases.get(key) != null) {
            return null;
        }
        String token = UUID.randomUUID().toString();
        leases.put(key, token, time);
        return token;
    }

    private synchronized void giveBack(MemoKey key, String token) {
        if (token.equals(leases.get(key))) {
            leases.remove(key);
        }
    }

    private synchronized void remove(String pipeline) {
        memos.removeIf(key -> key.pipeline().equals(pipeline));
        leases.removeIf(key -> key.pipeline().equals(pipeline));
    }
}
