package dev.krakenflow.store;

import java.util.Set;

/**
 * Who names a definition in its own.
 *
 * @param names the pipelines (and services) that use it
 * @param revision the store's revision of the last change of this set; 0 when nobody ever used it
 */
public record Users(Set<RecordKey> names, long revision) {
    public Users {
        names = Set.copyOf(names);
    }
}
