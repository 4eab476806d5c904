/** Definitions for tests of the compiler, written with single quotes, and findings as short texts. */
@NullMarked
package dev.krakenflow.compiler.testing;

import org.jspecify.annotations.NullMarked;
