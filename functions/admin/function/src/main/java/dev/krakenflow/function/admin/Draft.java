package dev.krakenflow.function.admin;

import dev.krakenflow.store.Change;
import dev.krakenflow.store.Kind;
import dev.krakenflow.store.RecordKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A write that was worked out from what was read, but not made yet.
 *
 * @param change the write, with what must not have changed meanwhile
 * @param answer what is answered when it was made
 */
record Draft(Change change, Object answer) {

    /** Whether everything stays as it is. */
    boolean changesNothing() {
        return change.puts().isEmpty()
                && change.deletes().isEmpty()
                && change.plans().isEmpty();
    }

    /** The pipelines whose plan or status is another one after it. */
    Set<String> pipelines() {
        Set<String> pipelines = new TreeSet<>(change.plans().keySet());
        written()
                .filter(key -> key.kind() == Kind.PIPELINES)
                .map(RecordKey::name)
                .forEach(pipelines::add);
        return pipelines;
    }

    /** Whether another pipeline may take something after it: a route may be another one, or a trigger. */
    boolean changesRouting() {
        return written().anyMatch(key -> key.kind() == Kind.PIPELINES || key.kind() == Kind.ROUTES);
    }

    private Stream<RecordKey> written() {
        return Stream.concat(change.puts().stream().map(Change.Put::key), change.deletes().stream());
    }
}
