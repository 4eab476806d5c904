package dev.krakenflow.function.pipeline;

/**
 * A plan that claims what comes to an address.
 *
 * @param shared its runner, acquired
 * @param trigger the plan's trigger at this address
 */
record ClaimedPlan(SharedRunner shared, PlanTrigger trigger) {}
