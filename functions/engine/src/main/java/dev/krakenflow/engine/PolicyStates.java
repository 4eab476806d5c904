package dev.krakenflow.engine;

import dev.krakenflow.plan.Breaker;
import dev.krakenflow.plan.Bulkhead;
import dev.krakenflow.plan.RateLimit;

/**
 * What policies remember of the calls of a process. It belongs to services, not to plans: a pipeline that is defined anew
 * changes nothing, and plans that call one service share it. Thread-safe.
 *
 * @param circuits whether calls are refused because too many failed
 * @param quotas how many calls were made in a time
 * @param compartments how many calls are under way
 * @param flights the calls under way whose answers others wait for
 * @param results what calls gave
 */
record PolicyStates(
        SharedStates<Breaker, Circuit> circuits,
        SharedStates<RateLimit, Quota> quotas,
        SharedStates<Bulkhead, Compartment> compartments,
        Flights flights,
        ResultMemory results) {

    static PolicyStates of(Scheduler scheduler) {
        return new PolicyStates(
                new SharedStates<>(policy -> new Circuit(policy, scheduler)),
                new SharedStates<>(policy -> new Quota(policy, scheduler)),
                new SharedStates<>(policy -> new Compartment(policy.maxConcurrent(), policy.queue(), scheduler)),
                new Flights(scheduler),
                new ResultMemory(scheduler));
    }

    /** Forgets how the calls of a service went that is no more. */
    void forget(String service) {
        circuits.forget(service);
        quotas.forget(service);
        compartments.forget(service);
    }
}
