/**
 * The servers of a benchmark as processes of their own, on loopback, stopped with the benchmark: the packaged functions,
 * the standalone, a Redis. They can be killed, stopped as a platform does, and started again where they were. Knows
 * nothing of load.
 */
@NullMarked
package dev.krakenflow.benchmarks.process;

import org.jspecify.annotations.NullMarked;
