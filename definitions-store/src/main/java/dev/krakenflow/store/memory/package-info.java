/**
 * Definitions, memos, values, answers, limits, cached results and casts in the memory of the process, for tests and for
 * what needs no second process. Knows nothing of Redis, and keeps the definitions and plans that it is given, not their bytes.
 */
@NullMarked
package dev.krakenflow.store.memory;

import org.jspecify.annotations.NullMarked;
