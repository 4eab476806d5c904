/**
 * Streams of a million events through a small server: what it needs of memory, whether it holds the sender back for a
 * slow reader, and whether it stops when the reader leaves. Plain sockets, so that what was sent and read is known to the
 * byte.
 */
@NullMarked
package dev.krakenflow.benchmarks.stream;

import org.jspecify.annotations.NullMarked;
