/**
 * Casts while the processes that run them, and Redis, are killed: whether each that was accepted is done. Uses the packaged
 * functions as processes, and counts at the service that they call.
 */
@NullMarked
package dev.krakenflow.benchmarks.cast;

import org.jspecify.annotations.NullMarked;
