/**
 * The pipeline function: takes an event from a trigger, finds the plan and runs it.
 * It is thin: loading, caching and wiring stand here, what a run means stands in the engine. It never compiles.
 */
@NullMarked
package dev.krakenflow.function.pipeline;

import org.jspecify.annotations.NullMarked;
