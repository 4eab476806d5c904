/**
 * Runs plans: one loop over "the next component", with budgets, limits, failures and history. What waits is a
 * {@code Uni}; what does not costs none. Knows nothing of definitions, of HTTP, of Redis or of Quarkus.
 */
@NullMarked
package dev.krakenflow.engine;

import org.jspecify.annotations.NullMarked;
