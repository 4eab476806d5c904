/**
 * What features of the engine do to each other, pair by pair, seen only through what callers of the engine see. The table of
 * all pairs is in {@link dev.krakenflow.engine.composition.EveryPairTest}; the others are about what is particular of two.
 */
@NullMarked
package dev.krakenflow.engine.composition;

import org.jspecify.annotations.NullMarked;
