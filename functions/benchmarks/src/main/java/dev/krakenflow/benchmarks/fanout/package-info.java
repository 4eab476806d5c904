/**
 * What the component {@code map} costs over a service that takes its time, and how many items it has under way at once.
 * Loopback only. Knows the standalone by its HTTP interface alone.
 */
@NullMarked
package dev.krakenflow.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
