/**
 * What the benchmarks share: options of their commands, medians, the description of the machine, a limit for the time
 * of it all. Nothing depends on the benchmarks, and {@code verify} does not run them.
 */
@NullMarked
package dev.krakenflow.benchmarks;

import org.jspecify.annotations.NullMarked;
