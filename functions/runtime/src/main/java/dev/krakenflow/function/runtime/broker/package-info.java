/**
 * Casts that a Broker of Knative Eventing carries, as CloudEvents over HTTP. Knows nothing of who receives them: a Trigger
 * leads them to the pipeline function.
 */
@NullMarked
package dev.krakenflow.function.runtime.broker;

import org.jspecify.annotations.NullMarked;
