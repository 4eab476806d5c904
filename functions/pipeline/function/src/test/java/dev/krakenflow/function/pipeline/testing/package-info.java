/** A store, an engine, a clock, a caller and runs that do as a test says. */
@NullMarked
package dev.krakenflow.function.pipeline.testing;

import org.jspecify.annotations.NullMarked;
