package dev.krakenflow.store;

import java.util.Set;

/** How a {@link Change} ended. */
public sealed interface Commit {

    /** Everything was written. */
    record Committed(long revision) implements Commit {}

    /** Nothing was written: somebody else changed these since they were read. */
    record Refused(Set<RecordKey> changed) implements Commit {
        public Refused {
            changed = Set.copyOf(changed);
        }
    }
}
