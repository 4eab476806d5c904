/** Generators of plans for tests. */
@NullMarked
package dev.krakenflow.plan.testing;

import org.jspecify.annotations.NullMarked;
