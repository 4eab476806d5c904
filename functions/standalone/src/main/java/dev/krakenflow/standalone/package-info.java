/**
 * Both functions in one process with an embedded Redis, for development, demos and a single machine. It only wires and
 * greets: what a pipeline or a service is stands elsewhere.
 */
@NullMarked
package dev.krakenflow.standalone;

import org.jspecify.annotations.NullMarked;
