package dev.krakenflow.memo;

import org.jspecify.annotations.Nullable;

/**
 * A memo as it was read.
 *
 * @param json its JSON text in UTF-8; null: none is stored
 * @param version what a later write compares; of no meaning else
 */
public record StoredMemo(byte @Nullable [] json, String version) {}
