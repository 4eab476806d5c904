package dev.krakenflow.engine;

import dev.krakenflow.expression.Expressions;

/** What the engine was given from outside. */
record Ports(Expressions expressions, Scheduler scheduler, EventIds eventIds, FailureLog log) {}
