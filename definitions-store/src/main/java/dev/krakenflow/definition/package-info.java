/**
 * Definitions as users write them: services, pipelines and their components, and the reader that makes them of JSON or
 * YAML and finds what is wrong with their shape. Knows nothing of plans, of stores or of how a pipeline runs.
 */
@NullMarked
package dev.krakenflow.definition;

import org.jspecify.annotations.NullMarked;
