/**
 * Streams of events: reads them from a body as they come, runs them within a window, and writes what comes out, in order,
 * as fast as the caller reads. Knows nothing of plans; what runs an event comes in as {@link StreamRuns}.
 */
@NullMarked
package dev.krakenflow.function.pipeline.stream;

import org.jspecify.annotations.NullMarked;
