/**
 * Shows how runs go: as metrics, as spans, and as the health of what they need. Watches the engine through its observers,
 * and knows nothing of how runs come in. Names of what is defined are shown, what events hold never is.
 */
@NullMarked
package dev.krakenflow.observability;

import org.jspecify.annotations.NullMarked;
