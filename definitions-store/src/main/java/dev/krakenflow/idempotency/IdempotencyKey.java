package dev.krakenflow.idempotency;

import static java.util.Objects.requireNonNull;

/**
 * Names one call of a pipeline, however often it comes.
 *
 * @param pipeline the pipeline that is called
 * @param key the caller's word for the call, of any length
 */
public record IdempotencyKey(String pipeline, String key) {
    public IdempotencyKey {
        requireNonNull(pipeline);
        requireNonNull(key);
    }
}
