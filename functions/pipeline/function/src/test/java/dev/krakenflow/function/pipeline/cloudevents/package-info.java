/** Tests of how events are read from requests and written to answers. */
@NullMarked
package dev.krakenflow.function.pipeline.cloudevents;

import org.jspecify.annotations.NullMarked;
