/** Fakes for tests of the engine: time that stands still, clients that do what a test says. */
@NullMarked
package dev.krakenflow.engine.testing;

import org.jspecify.annotations.NullMarked;
