/**
 * Counts and times runs, components, calls and what is waiting, for Prometheus. The labels are names of what is defined
 * and words of ours: their number is bounded, and what is defined no more is shown no more.
 */
@NullMarked
package dev.krakenflow.observability.metrics;

import org.jspecify.annotations.NullMarked;
