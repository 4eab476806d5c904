package dev.krakenflow.function.admin;

import dev.krakenflow.store.Change;
import java.util.Set;

/**
 * A write that was worked out from what was read, but not made yet.
 *
 * @param change the write, with what must not have changed meanwhile
 * @param pipelines whose plan or status is another one after it
 * @param answer what is answered when it was made
 */
record Draft(Change change, Set<String> pipelines, Object answer) {
    Draft {
        pipelines = Set.copyOf(pipelines);
    }
}
