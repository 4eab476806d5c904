/**
 * The admin function: checks, compiles, stores and inspects definitions.
 * It is thin: what a definition means is decided by the compiler, how it is kept by the store.
 */
@NullMarked
package dev.krakenflow.function.admin;

import org.jspecify.annotations.NullMarked;
