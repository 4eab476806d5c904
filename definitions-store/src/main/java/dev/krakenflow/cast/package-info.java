/**
 * The port to the queue of events that run later: who casts them, who runs them, what became of them. Knows nothing of
 * what an event means, nor of Redis; its adapters stand beside those of the store.
 */
@NullMarked
package dev.krakenflow.cast;

import org.jspecify.annotations.NullMarked;
