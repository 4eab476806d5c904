package dev.krakenflow.store;

import java.util.Set;

/**
 * What a reader has to load again.
 *
 * @param position where the reader stands after this
 * @param everything true when the store cannot tell (another epoch, an older revision, a list too short)
 * @param pipelines the names changed since, if {@code everything} is false
 */
public record PipelineChanges(Position position, boolean everything, Set<String> pipelines) {
    public PipelineChanges {
        pipelines = Set.copyOf(pipelines);
    }
}
