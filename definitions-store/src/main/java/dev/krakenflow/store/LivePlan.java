package dev.krakenflow.store;

import dev.krakenflow.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What a function needs to run a pipeline, read at once.
 *
 * @param position taken before the plan was read, so that a check from here misses nothing
 * @param started whether the pipeline may be called
 * @param version number of its definition
 * @param plan the plan; null when there is no such pipeline
 */
public record LivePlan(
        Position position,
        boolean started,
        long version,
        @Nullable Plan plan) {}
