/**
 * Expressions, conditions and templates of definitions, compiled once and evaluated within bounds. The only package
 * that knows the JSONata library. Knows nothing of pipelines, plans or services.
 */
@NullMarked
package dev.krakenflow.expression;

import org.jspecify.annotations.NullMarked;
