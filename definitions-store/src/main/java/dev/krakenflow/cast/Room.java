package dev.krakenflow.cast;

import java.util.Map;

/**
 * How many more deliveries a consumer can run at a moment.
 *
 * @param most of all pipelines together
 * @param byPipeline of single pipelines
 * @param others of each pipeline that is not among them
 */
public record Room(int most, Map<String, Integer> byPipeline, int others) {
    public Room {
        byPipeline = Map.copyOf(byPipeline);
    }

    /** Of one pipeline, if there were no others. */
    public int of(String pipeline) {
        return byPipeline.getOrDefault(pipeline, others);
    }
}
