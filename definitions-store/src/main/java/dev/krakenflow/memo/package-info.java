/**
 * The ports to what pipelines remember between runs: the memos of composers and the values of the {@code kv} client.
 * Knows nothing of who remembers what, nor of Redis; its adapters stand beside those of the store.
 */
@NullMarked
package dev.krakenflow.memo;

import org.jspecify.annotations.NullMarked;
