/**
 * What both functions run on: time and turns on Vert.x, the engine with its clients, and the store in Redis, wired for
 * Quarkus in one place. Knows nothing of what a function serves.
 */
@NullMarked
package dev.krakenflow.function.runtime;

import org.jspecify.annotations.NullMarked;
