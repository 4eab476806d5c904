package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.memo.StoredMemo;
import dev.krakenflow.memo.ValueTooLargeException;
import dev.krakenflow.store.StoreUnavailableException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The memos that outlive an invocation, as JSON text in a store. One for a process, so that its queues are too. */
final class StoredMemos implements MemoSource {
    private final MemoStore store;
    private final MemoQueues queues;

    StoredMemos(MemoStore store, Scheduler scheduler) {
        this.store = store;
        this.queues = new MemoQueues(scheduler);
    }

    @Override
    public MemoQueues queues() {
        return queues;
    }

    @Override
    public MemoLease lease(MemoKey key) {
        return new MemoLease(store, key);
    }

    @Override
    public Uni<Read> read(MemoKey key) {
        return store.read(key).onFailure().transform(StoredMemos::failed).map(StoredMemos::read);
    }

    @Override
    public Uni<Boolean> replace(MemoKey key, Read read, Object memo, @Nullable Duration ttl) {
        return Uni.createFrom()
                .deferred(() -> store.replace(key, read.stored(), text(memo), ttl))
                .onFailure()
                .transform(StoredMemos::failed);
    }

    /** What a run fails with when the store fails with this. */
    static Throwable failed(Throwable cause) {
        return switch (cause) {
            case ValueTooLargeException it -> ComposeField.tooLarge(String.valueOf(it.getMessage()));
            case StoreUnavailableException it -> unavailable(it);
            default -> cause;
        };
    }

    private static RunException unavailable(StoreUnavailableException cause) {
        Failure failure = Failure.of(FailureCode.STORE_UNAVAILABLE, "the memos cannot be reached");
        return new RunException(failure.at(FailurePlace.NOWHERE.withStep(STEP)), cause);
    }

    private static Read read(StoredMemo memo) {
        return new Read(memo.json() == null ? null : JsonReader.read(memo.json()), memo);
    }

    private static byte[] text(Object memo) {
        if (!Nesting.isWithin(memo, JsonReader.MAX_NESTING)) {
            throw ComposeField.tooLarge("nested deeper than " + JsonReader.MAX_NESTING);
        }
        return JsonWriter.writeBytes(memo);
    }
}
