package dev.krakenflow.engine.testing;

import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Memos as others would read and write them too; remembers what it is asked. */
public final class ScriptedMemos implements MemoStore {

    /** The names of the operations, in their order. */
    public final List<String> asked = new ArrayList<>();

    /** For how long memos and leases were taken, in their order. */
    public final List<@Nullable Duration> times = new ArrayList<>();

    private final Map<MemoKey, StoredMemo> memos = new HashMap<>();
    private final Map<MemoKey, String> leases = new HashMap<>();
    private Supplier<Uni<?>> first = () -> Uni.createFrom().voidItem();
    private Runnable beforeWrite = () -> {};
    private int version;

    /** What every operation waits for before it does its work. */
    public void waitFor(Supplier<Uni<?>> before) {
        first = before;
    }

    /** What happens before each write is compared. */
    public void beforeWrite(Runnable meanwhile) {
        beforeWrite = meanwhile;
    }

    /** The memo, a JSON value; null when there is none. */
    public @Nullable Object memo(String composer, @Nullable String key) {
        StoredMemo memo = memos.get(new MemoKey("pipe", composer, key));
        return memo == null ? null : JsonReader.read(memo.json());
    }

    /** Somebody else writes a memo. */
    public void write(String composer, Object memo) {
        memos.put(new MemoKey("pipe", composer, null), stored(JsonWriter.writeBytes(memo)));
    }

    /** Somebody else holds a lease. */
    public void lease(String composer) {
        leases.put(new MemoKey("pipe", composer, null), "other");
    }

    /** Nobody holds a lease any more. */
    public void freeLeases() {
        leases.clear();
    }

    /** Whether somebody holds a lease. */
    public boolean isLeased() {
        return !leases.isEmpty();
    }

    @Override
    public Uni<StoredMemo> read(MemoKey key) {
        return operation("read").map(now -> memos.getOrDefault(key, new StoredMemo(null, "")));
    }

    @Override
    public Uni<Boolean> replace(MemoKey key, StoredMemo read, byte[] json, @Nullable Duration ttl) {
        return operation("replace").map(now -> {
            beforeWrite.run();
            StoredMemo before = memos.getOrDefault(key, new StoredMemo(null, ""));
            if (!before.version().equals(read.version())) {
                return false;
            }
            times.add(ttl);
            memos.put(key, stored(json));
            return true;
        });
    }

    @Override
    public Uni<@Nullable String> lease(MemoKey key, Duration time) {
        return operation("lease").map(now -> {
            if (leases.containsKey(key)) {
                return null;
            }
            times.add(time);
            leases.put(key, "token" + asked.size());
            return leases.get(key);
        });
    }

    @Override
    public Uni<Void> release(MemoKey key, String token) {
        return operation("release").map(now -> {
            leases.remove(key, token);
            return null;
        });
    }

    @Override
    public Uni<Void> forget(String pipeline) {
        throw new UnsupportedOperationException();
    }

    private Uni<Boolean> operation(String name) {
        return Uni.createFrom().deferred(() -> {
            asked.add(name);
            return first.get().map(it -> true);
        });
    }

    private StoredMemo stored(byte[] json) {
        return new StoredMemo(json, "v" + ++version);
    }
}
