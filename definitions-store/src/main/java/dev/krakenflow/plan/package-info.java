/**
 * Plans: pipelines as they run, compiled and linked with the services they call, as data that is stored and loaded
 * whole. Expressions stand in them as text between <code>{%</code> and <code>%}</code>. Knows nothing of how a plan is
 * made or run.
 */
@NullMarked
package dev.krakenflow.plan;

import org.jspecify.annotations.NullMarked;
