package dev.krakenflow.cast;

import java.util.Map;

/**
 * How many more deliveries a consumer can run.
 *
 * @param pipelines pipeline → how many of its own; 0: none
 * @param others how many of each pipeline that is not among these
 * @param all how many together
 */
public record CastRoom(Map<String, Integer> pipelines, int others, int all) {
    public CastRoom {
        pipelines = Map.copyOf(pipelines);
    }

    /** How many of a pipeline, as far as it is alone. */
    public int of(String pipeline) {
        return Math.min(all, pipelines.getOrDefault(pipeline, others));
    }
}
