/**
 * The JSONata library behind a guard: sources are rewritten so that what it does wrong or without bounds is done here,
 * and every evaluation is metered. The only package that knows the library; nothing is loaded from it before the first
 * source is compiled. Knows nothing of templates and definitions.
 */
@NullMarked
package dev.krakenflow.expression.jsonata;

import org.jspecify.annotations.NullMarked;
