/**
 * Expressions, conditions and templates of definitions, compiled once and evaluated within bounds. The grammar is known
 * in {@code syntax}, the JSONata library in {@code jsonata} alone, and the simplest expressions are evaluated without it
 * in {@code direct}. Knows nothing of pipelines, plans or services.
 */
@NullMarked
package dev.krakenflow.expression;

import org.jspecify.annotations.NullMarked;
