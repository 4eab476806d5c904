package dev.krakenflow.function.pipeline.openapi;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Descriptions as they are read, as long as there is room; what finds none is left out. Thread-safe. */
final class DescriptionRoom {

    private final Map<String, PipelineDescription> descriptions = new HashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private long room;

    /** @param bytes how much may be put in */
    DescriptionRoom(int bytes) {
        this.room = bytes;
    }

    synchronized void put(String pipeline, PipelineDescription description) {
        if (description.size() > room) {
            leftOut.add(pipeline);
        } else {
            room -= description.size();
            descriptions.put(pipeline, description);
        }
    }

    /** Tells that nothing can be said of a pipeline. */
    synchronized void leaveOut(String pipeline) {
        leftOut.add(pipeline);
    }

    synchronized Map<String, PipelineDescription> descriptions() {
        return Map.copyOf(descriptions);
    }

    synchronized Set<String> leftOut() {
        return Set.copyOf(leftOut);
    }
}
