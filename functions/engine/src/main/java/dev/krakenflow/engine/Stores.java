package dev.krakenflow.engine;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.idempotency.IdempotencyStore;
import dev.krakenflow.memo.MemoStore;
import dev.krakenflow.policy.SharedCache;
import dev.krakenflow.policy.SharedRateLimit;

/**
 * Where the engine keeps what outlives a run.
 *
 * @param memos what composers remember
 * @param answers of calls that may come twice
 * @param limits that processes share
 * @param cache of results that processes share
 */
public record Stores(MemoStore memos, IdempotencyStore answers, SharedRateLimit limits, SharedCache cache) {
    public Stores {
        requireNonNull(memos);
        requireNonNull(answers);
        requireNonNull(limits);
        requireNonNull(cache);
    }
}
