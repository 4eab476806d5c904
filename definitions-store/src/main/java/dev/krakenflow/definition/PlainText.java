package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

/**
 * A string of a definition in which no expression stands.
 *
 * @param pointer where it stands
 */
record PlainText(String text, String pointer) {
    PlainText {
        requireNonNull(text);
        requireNonNull(pointer);
    }
}
