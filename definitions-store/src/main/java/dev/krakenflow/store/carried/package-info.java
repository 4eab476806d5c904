/**
 * The queue of casts where another system carries them: what is known of each stands in our store. Knows nothing of which
 * system that is.
 */
@NullMarked
package dev.krakenflow.store.carried;

import org.jspecify.annotations.NullMarked;
