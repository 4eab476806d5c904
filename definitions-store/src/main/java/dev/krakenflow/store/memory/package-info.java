/**
 * A definition store in the memory of the process, for tests and for what needs no second process. Knows nothing of
 * bytes: it keeps the definitions and plans that it is given.
 */
@NullMarked
package dev.krakenflow.store.memory;

import org.jspecify.annotations.NullMarked;
