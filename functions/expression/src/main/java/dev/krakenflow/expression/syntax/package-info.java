/**
 * The grammar of JSONata, read exactly as the library reads it: tokens, a tree of nodes with their places in the source,
 * and what a source names. The library keeps its own tree to itself; this one is for checks, for rewriting and for
 * evaluating simple expressions directly. Knows neither the library nor how anything is evaluated.
 */
@NullMarked
package dev.krakenflow.expression.syntax;

import org.jspecify.annotations.NullMarked;
