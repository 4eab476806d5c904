/** A real Redis for tests, and definitions and plans that are easy to tell apart. */
@NullMarked
package dev.krakenflow.store.testing;

import org.jspecify.annotations.NullMarked;
