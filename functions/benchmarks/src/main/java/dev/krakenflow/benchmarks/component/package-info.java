/**
 * JMH benchmarks of the engine, one for each type of component, each with a twin that evaluates the same expressions
 * in a bare loop, and the command that runs both in turn. Nothing here touches a network.
 */
@NullMarked
package dev.krakenflow.benchmarks.component;

import org.jspecify.annotations.NullMarked;
