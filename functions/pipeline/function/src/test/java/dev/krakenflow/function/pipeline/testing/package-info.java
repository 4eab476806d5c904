/** A store, an engine and a clock that do as a test says. */
@NullMarked
package dev.krakenflow.function.pipeline.testing;

import org.jspecify.annotations.NullMarked;
