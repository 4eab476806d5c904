/** Fakes for the tests of what both functions run on. */
@NullMarked
package dev.krakenflow.function.runtime.testing;

import org.jspecify.annotations.NullMarked;
