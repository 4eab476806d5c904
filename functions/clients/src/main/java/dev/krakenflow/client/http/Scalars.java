package dev.krakenflow.client.http;

import dev.krakenflow.json.NumberText;
import java.util.Optional;

/** The text of JSON scalars in paths, queries and headers: strings as they are, all else as JSON writes it. */
final class Scalars {

    private Scalars() {}

    /** The text of a string, number or boolean; empty for everything else, null too. */
    static Optional<String> textOf(Object value) {
        return switch (value) {
            case String text -> Optional.of(text);
            case Boolean bool -> Optional.of(bool.toString());
            case Number number -> Optional.of(NumberText.of(number));
            default -> Optional.empty();
        };
    }
}
