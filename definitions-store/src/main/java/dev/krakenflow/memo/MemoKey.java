package dev.krakenflow.memo;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Names one memo.
 *
 * @param pipeline the pipeline that holds the composer; of a plugged one, that one
 * @param composer the composer's name
 * @param key the text of {@code memo_key}'s scalar as JSON writes it; null: the composer has one memo
 */
public record MemoKey(
        String pipeline, String composer, @Nullable String key) {
    public MemoKey {
        requireNonNull(pipeline);
        requireNonNull(composer);
    }
}
