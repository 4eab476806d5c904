/**
 * Makes OpenTelemetry spans of runs, components and attempts of calls, and carries the W3C trace context from the caller
 * through the run to the services.
 */
@NullMarked
package dev.krakenflow.observability.tracing;

import org.jspecify.annotations.NullMarked;
