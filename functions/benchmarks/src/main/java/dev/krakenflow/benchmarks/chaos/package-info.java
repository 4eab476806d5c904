/**
 * Redis is killed and started again under load: calls that do not need it must not notice, those that do must be refused in
 * time and be taken again soon. Loopback only. Knows the functions by their HTTP interfaces alone.
 */
@NullMarked
package dev.krakenflow.benchmarks.chaos;

import org.jspecify.annotations.NullMarked;
