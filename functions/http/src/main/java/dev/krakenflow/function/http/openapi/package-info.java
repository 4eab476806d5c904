/**
 * What both functions need to describe themselves as OpenAPI 3.1: the document that was written by hand, cut to what a
 * process serves, with the problems of our failure codes, as JSON or YAML. Knows nothing of pipelines.
 */
@NullMarked
package dev.krakenflow.function.http.openapi;

import org.jspecify.annotations.NullMarked;
