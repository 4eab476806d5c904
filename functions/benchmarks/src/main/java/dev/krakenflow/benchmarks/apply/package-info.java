/**
 * A thousand pipelines applied at once while another one is called: how long it takes, what the calls notice, how many round
 * trips one of them then costs a function that has not seen it, and how all of them come back after Redis has forgotten
 * everything. Loopback only. Knows the functions by their HTTP interfaces alone.
 */
@NullMarked
package dev.krakenflow.benchmarks.apply;

import org.jspecify.annotations.NullMarked;
