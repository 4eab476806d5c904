/**
 * Calls that go on, each checked, while something happens to the functions that answer them; what came meanwhile is taken
 * window by window. Knows nothing of what happens.
 */
@NullMarked
package dev.krakenflow.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
