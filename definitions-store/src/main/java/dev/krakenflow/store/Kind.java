package dev.krakenflow.store;

import java.util.Locale;

/** What can be defined under a name. */
public enum Kind {
    SERVICES,
    PIPELINES,
    HELPERS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in paths and keys: {@code services}, {@code pipelines}, {@code helpers}. */
    public String word() {
        return word;
    }
}
