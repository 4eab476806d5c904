package dev.krakenflow.function.pipeline;

/**
 * A pipeline's claim on what comes to an address.
 *
 * @param shape method and path without the names of parameters, see {@link dev.krakenflow.plan.HttpTrigger#shape}
 * @param pipeline the pipeline's name
 */
record TriggerClaim(String shape, String pipeline) {}
