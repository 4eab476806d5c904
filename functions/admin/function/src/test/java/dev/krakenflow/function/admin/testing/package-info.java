/** Stores that do as a test says. */
@NullMarked
package dev.krakenflow.function.admin.testing;

import org.jspecify.annotations.NullMarked;
