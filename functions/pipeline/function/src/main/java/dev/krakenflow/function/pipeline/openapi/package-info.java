/**
 * Describes the data side as OpenAPI 3.1: the fixed endpoints, and an operation for every HTTP trigger of every started
 * pipeline, taken from the plans. Reads the store for itself and knows nothing of plans that run.
 */
@NullMarked
package dev.krakenflow.function.pipeline.openapi;

import org.jspecify.annotations.NullMarked;
