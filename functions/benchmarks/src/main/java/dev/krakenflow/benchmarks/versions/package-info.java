/**
 * Calls of a pipeline while it, a pipeline that it plugs and its service are redefined together, again and again: each
 * run must see one version of all of them. Loopback only. Knows the functions by their HTTP interfaces alone.
 */
@NullMarked
package dev.krakenflow.benchmarks.versions;

import org.jspecify.annotations.NullMarked;
