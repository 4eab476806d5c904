/**
 * Load over HTTP: a generator in its own process that checks every answer, the bare server it compares with, and the
 * commands that start, load and stop the servers. Loopback only. Knows the standalone by its HTTP interface alone.
 */
@NullMarked
package dev.krakenflow.benchmarks.http;

import org.jspecify.annotations.NullMarked;
