/** The pipeline function as it is deployed, but with a store in memory. */
@NullMarked
package dev.krakenflow.function.pipeline.app;

import org.jspecify.annotations.NullMarked;
