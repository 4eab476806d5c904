package dev.krakenflow.function.admin;

import dev.krakenflow.cast.CastQueue;
import dev.krakenflow.engine.Engine;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.store.RecordKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;

/**
 * What is kept beside definitions and goes when they are deleted: the memos of a pipeline and what was cast to it,
 * and what the policies of a service remember in this process. Thread-safe.
 */
final class Leftovers {

    private static final int AT_ONCE = 16;

    private final MemoStore memos;
    private final CastQueue casts;
    private final Engine engine;

    Leftovers(MemoStore memos, CastQueue casts, Engine engine) {
        this.memos = memos;
        this.casts = casts;
        this.engine = engine;
    }

    /** Forgets what was kept beside these, which are not defined any more. */
    Uni<Void> forget(Collection<RecordKey> deleted) {
        return Multi.createFrom()
                .iterable(deleted)
                .onItem()
                .transformToUni(this::forget)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> forget(RecordKey deleted) {
        return switch (deleted.kind()) {
            case PIPELINES -> memos.forget(deleted.name()).chain(() -> casts.forget(deleted.name()));
            case SERVICES -> Uni.createFrom().voidItem().invoke(() -> engine.forget(deleted.name()));
            case HELPERS, ROUTES, START_ARGUMENTS, TRIGGERS -> Uni.createFrom().voidItem();
        };
    }
}
