package dev.krakenflow.store.redis;

import java.util.function.Supplier;

/**
 * Something that shall become a blob, encoded when its turn comes.
 *
 * @param family the first part of its key
 */
record Draft(String family, Supplier<byte[]> bytes) {

    static final String PLAN = "plan";
    static final String DEFINITION = "definition";
}
