package dev.krakenflow.function.pipeline.openapi;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.store.PipelineChanges;
import dev.krakenflow.store.Position;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of the pipelines with triggers, at a moment of the store. Immutable.
 *
 * @param position where the store stood before it was read
 * @param triggered the names of all that have triggers, stopped ones too
 * @param described those that are started, by name and sorted
 * @param leftOut the names of those that found no room, or whose plan this version cannot read
 */
record DescribedPipelines(
        Position position, Set<String> triggered, Map<String, PipelineDescription> described, Set<String> leftOut) {

    DescribedPipelines {
        requireNonNull(position);
        triggered = Set.copyOf(triggered);
        described = Collections.unmodifiableMap(new TreeMap<>(described));
        leftOut = Set.copyOf(leftOut);
    }

    /** The same, at a later moment. */
    DescribedPipelines at(Position later) {
        return new DescribedPipelines(later, triggered, described, leftOut);
    }

    /** Whether it may be different after these changes. */
    boolean isTouchedBy(PipelineChanges changes) {
        return changes.everything()
                || changes.routing()
                || changes.pipelines().stream().anyMatch(triggered::contains);
    }

    /** Those of some names that must be read after these have changed. What found no room may find it now. */
    Set<String> toRead(Set<String> names, Set<String> changed) {
        Set<String> unread = new HashSet<>(names);
        if (leftOut.isEmpty()) {
            unread.removeIf(name -> triggered.contains(name) && !changed.contains(name));
        }
        return unread;
    }
}
