package dev.krakenflow.function.admin;

import dev.krakenflow.definition.Uses;
import dev.krakenflow.store.RecordKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** The names in a definition as keys. */
final class UsedKeys {

    private UsedKeys() {}

    /** A set that can be added to. */
    static Set<RecordKey> of(Uses uses) {
        Set<RecordKey> keys = new LinkedHashSet<>();
        uses.services().forEach(name -> keys.add(RecordKey.service(name)));
        uses.helpers().forEach(name -> keys.add(RecordKey.helper(name)));
        uses.pipelines().forEach(name -> keys.add(RecordKey.pipeline(name)));
        return keys;
    }
}
