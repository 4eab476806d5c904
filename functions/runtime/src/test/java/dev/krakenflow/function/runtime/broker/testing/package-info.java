/** A Broker and a place for dead casts, as tests want them. */
@NullMarked
package dev.krakenflow.function.runtime.broker.testing;

import org.jspecify.annotations.NullMarked;
