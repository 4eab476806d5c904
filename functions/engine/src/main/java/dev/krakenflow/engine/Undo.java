package dev.krakenflow.engine;

import dev.krakenflow.plan.Place;
import java.util.Map;

/**
 * A stage that can be undone: it finished, or a call of it may have happened.
 *
 * @param number when it did: counts those of a run, from 1
 * @param how what undoes it
 * @param place the stage
 * @param origin the event, in the pipeline of the stage
 * @param event as it was behind the stage; as it came into it where it did not finish
 */
record Undo(long number, CompensationRunner how, Place place, EventOrigin origin, Map<String, Object> event) {}
