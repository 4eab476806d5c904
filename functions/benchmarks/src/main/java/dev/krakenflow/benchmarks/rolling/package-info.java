/**
 * Pipeline functions that are stopped and started again under load, one after the other, as a platform does when it rolls
 * out a version. Loopback only. Knows the functions by their HTTP interfaces alone.
 */
@NullMarked
package dev.krakenflow.benchmarks.rolling;

import org.jspecify.annotations.NullMarked;
