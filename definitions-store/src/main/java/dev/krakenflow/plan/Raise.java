package dev.krakenflow.plan;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * Ends the event with a failure that the definition describes.
 *
 * @param condition boolean or expression; null: always
 * @param code template that gives the failure's code in kebab-case, or a URI that is its type
 * @param status template that gives the HTTP status, 400 to 599; null: 500
 * @param detail template that gives a text; null: a sentence of our own
 */
public record Raise(
        Place place,
        int next,
        @Nullable JsonNode condition,
        JsonNode code,
        @Nullable JsonNode status,
        @Nullable JsonNode detail)
        implements Component {

    public Raise {
        requireNonNull(place);
        requireNonNull(code);
    }

    @Override
    public String type() {
        return "raise";
    }
}
