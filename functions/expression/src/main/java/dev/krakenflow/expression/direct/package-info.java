/**
 * Simple expressions evaluated directly, without the library: paths over objects, arithmetic, comparisons, texts and
 * choices of them. Agrees with the library on every input, or says that it is not sure. Knows only the grammar.
 */
@NullMarked
package dev.krakenflow.expression.direct;

import org.jspecify.annotations.NullMarked;
