package dev.krakenflow.definition;

import java.util.Locale;

/** Names as the language writes them. */
final class KebabCase {
    private KebabCase() {}

    /** {@code GotoPoint}, {@code goto_point} and {@code Goto point} as {@code goto-point}; what is long is cut. */
    static String of(String name) {
        return Shown.text(name)
                .replaceAll("([a-z])([A-Z])", "$1-$2")
                .replace('_', '-')
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
    }
}
