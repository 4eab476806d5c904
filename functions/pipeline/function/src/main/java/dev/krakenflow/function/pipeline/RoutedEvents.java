package dev.krakenflow.function.pipeline;

/**
 * A list of events with the plans that their types lead to.
 *
 * @param <T> what comes out of one event
 * @param events by their pipelines
 * @param plans of these pipelines, held until they are released
 */
record RoutedEvents<T>(MixedEvents<T> events, FoundPlans plans) {}
