package dev.krakenflow.store;

import java.util.Set;

/**
 * What a reader has to load again.
 *
 * @param position where the reader stands after this
 * @param everything true when the store cannot tell (another epoch, an older revision, a list too short)
 * @param routing whether the table of routes, or the triggers of any pipeline, changed since; true with {@code everything}
 * @param pipelines the names changed since, if {@code everything} is false
 */
public record PipelineChanges(Position position, boolean everything, boolean routing, Set<String> pipelines) {
    public PipelineChanges {
        pipelines = Set.copyOf(pipelines);
    }
}
