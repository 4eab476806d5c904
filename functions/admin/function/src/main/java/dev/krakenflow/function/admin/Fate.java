package dev.krakenflow.function.admin;

import java.util.Locale;

/** What applying a set does to one name. */
enum Fate {
    CREATED,
    CHANGED,
    UNCHANGED,
    DELETED;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The word in answers. */
    String word() {
        return word;
    }
}
