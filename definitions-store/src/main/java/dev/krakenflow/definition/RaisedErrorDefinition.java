package dev.krakenflow.definition;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The failure that a component raises. What stands in it are literals that were checked, or expressions.
 *
 * @param pointer JSON pointer into the pipeline's definition
 * @param type kebab-case name or URI; null when it could not be read
 * @param status whole number from 400 to 599; null: not given
 * @param detail text for people; null: not given
 */
public record RaisedErrorDefinition(
        String pointer,
        @Nullable JsonNode type,
        @Nullable JsonNode status,
        @Nullable JsonNode detail) {
    public RaisedErrorDefinition {
        requireNonNull(pointer);
    }
}
