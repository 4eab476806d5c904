/**
 * Both functions in one process with an embedded Redis, for development, demos and a single machine.
 * It only wires: nothing here knows pipelines.
 */
@NullMarked
package dev.krakenflow.standalone;

import org.jspecify.annotations.NullMarked;
