package dev.krakenflow.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads members of the objects of a plan; fails with {@link IllegalArgumentException} when they are anything else. */
final class PlanFields {
    private PlanFields() {}

    static String text(JsonNode json, String key) {
        return asText(present(json, key), key);
    }

    private static String asText(JsonNode value, String key) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException(key + " is not a text");
        }
        return value.textValue();
    }

    static int integer(JsonNode json, String key) {
        JsonNode value = present(json, key);
        if (!value.isInt()) {
            throw new IllegalArgumentException(key + " is not an integer");
        }
        return value.intValue();
    }

    static ObjectNode object(JsonNode json, String key) {
        if (json.get(key) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException(key + " is not an object");
    }

    static Duration duration(JsonNode json, String key) {
        String text = text(json, key);
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration: " + text, e);
        }
    }

    /** A duration that may be missing. */
    static @Nullable Duration optionalDuration(JsonNode json, String key) {
        return json.has(key) ? duration(json, key) : null;
    }

    /** A list of texts; empty when it is missing. */
    static List<String> names(JsonNode json, String key) {
        List<String> names = new ArrayList<>();
        json.path(key).forEach(name -> names.add(asText(name, key)));
        return names;
    }

    static JsonNode present(JsonNode json, String key) {
        @Nullable JsonNode value = json.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }
}
