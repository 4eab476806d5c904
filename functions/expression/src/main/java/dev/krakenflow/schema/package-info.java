/**
 * JSON Schema 2020-12 for what enters and leaves pipelines and service functions, behind our own types and within
 * bounds. The only package that knows the schema library, which is loaded with the first schema. Knows nothing of
 * definitions, plans or expressions.
 */
@NullMarked
package dev.krakenflow.schema;

import org.jspecify.annotations.NullMarked;
