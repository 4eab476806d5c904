/**
 * The port to where definitions and plans are kept, with revisions, conditional writes and what readers need to stay
 * fresh. Knows nothing of how definitions are compiled; its adapters are the packages below it.
 */
@NullMarked
package dev.krakenflow.store;

import org.jspecify.annotations.NullMarked;
