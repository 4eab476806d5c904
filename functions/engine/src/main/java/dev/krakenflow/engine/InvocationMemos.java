package dev.krakenflow.engine;

import dev.krakenflow.memo.MemoKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The memos of composers with {@code memo_scope: invocation}: those of one request, over all its events and plugs.
 * Thread-safe.
 */
public final class InvocationMemos {
    private final Map<MemoKey, Object> memos = new HashMap<>();
    private @Nullable MemoQueues queues;

    /** The memo, a JSON value; null when nothing was remembered yet. */
    synchronized @Nullable Object get(MemoKey key) {
        return memos.get(key);
    }

    synchronized void put(MemoKey key, Object memo) {
        memos.put(key, memo);
    }

    /** The queues of those who want these memos: two pipelines of one request can plug the same third. */
    synchronized MemoQueues queues(Scheduler scheduler) {
        if (queues == null) {
            queues = new MemoQueues(scheduler);
        }
        return queues;
    }
}
