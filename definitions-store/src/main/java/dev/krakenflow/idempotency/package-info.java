/**
 * The port to the answers that are given again when the same call comes twice. Knows nothing of what an answer holds, nor
 * of Redis; its adapters stand beside those of the store.
 */
@NullMarked
package dev.krakenflow.idempotency;

import org.jspecify.annotations.NullMarked;
