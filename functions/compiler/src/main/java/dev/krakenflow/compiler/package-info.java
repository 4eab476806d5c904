/**
 * Turns definitions into a plan, or into all the problems that stand in the way, in document order.
 * It knows what was written (definitions) and what will be run (plans), but nothing of how plans are run: the engine is
 * not on its class path.
 */
@NullMarked
package dev.krakenflow.compiler;

import org.jspecify.annotations.NullMarked;
