package dev.krakenflow.engine;

import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.memo.MemoKey;
import dev.krakenflow.plan.Memo;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The memo of a composer.
 *
 * @param whole names it where there is no {@code memo_key}
 * @param initial gives the memo where none is kept
 * @param key gives which of the composer's memos it is; null: it has one
 */
record MemoField(
        Memo memo,
        MemoKey whole,
        TemplateField initial,
        @Nullable TemplateField key) {
    static final String KEY = "memo_key";

    /**
     * Which memo an event's is.
     *
     * @throws RunException {@code expression} when the key is no scalar
     */
    MemoKey keyOf(Map<String, Object> event, Evaluation evaluation) {
        return key == null ? whole : new MemoKey(whole.pipeline(), whole.composer(), key.scalarText(event, evaluation));
    }
}
