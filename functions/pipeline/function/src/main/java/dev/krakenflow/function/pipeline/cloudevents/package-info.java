/**
 * CloudEvents 1.0 over HTTP, as Knative delivers them: reads an event in whichever mode it comes, runs its data, and answers
 * an event with the result or the problem. What the format is stands in its SDK, none of whose classes is loaded before the
 * first event comes. Knows nothing of plans.
 */
@NullMarked
package dev.krakenflow.function.pipeline.cloudevents;

import org.jspecify.annotations.NullMarked;
