package dev.krakenflow.engine;

import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.memo.MemoStore;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The lease on one memo, for one event. Given back even when it is granted after nobody wants it any more. Thread-safe. */
final class MemoLease {
    private final MemoStore store;
    private final MemoKey key;
    private @Nullable String token;
    private boolean unwanted;

    MemoLease(MemoStore store, MemoKey key) {
        this.store = store;
        this.key = key;
    }

    /** Tries to take it; answers whether it was free. */
    Uni<Boolean> take(Duration time) {
        // Cancelling must not lose the answer of the store, so the subscription is not passed on.
        return Uni.createFrom()
                .emitter(emitter -> store.lease(key, time)
                        .subscribe()
                        .with(
                                granted -> {
                                    granted(granted);
                                    emitter.complete(granted != null);
                                },
                                thrown -> emitter.fail(StoredMemos.failed(thrown))));
    }

    private void granted(@Nullable String granted) {
        boolean back;
        synchronized (this) {
            token = granted;
            back = unwanted;
        }
        if (back) {
            release();
        }
    }

    /** Gives it back, now or as soon as it is granted. When that fails, it ends with its time. */
    void release() {
        String held;
        synchronized (this) {
            unwanted = true;
            held = token;
            token = null;
        }
        if (held != null) {
            store.release(key, held).subscribe().with(released -> {}, failure -> {});
        }
    }
}
