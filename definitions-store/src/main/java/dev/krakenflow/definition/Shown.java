package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;

/** How parts of definitions look in messages. */
public final class Shown {
    private static final int LONGEST = 64;

    private Shown() {}

    /** A text, cut when it is long. */
    public static String text(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The type of a value, with its article. */
    public static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "a list";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case MISSING -> "missing";
            case BINARY, POJO -> "no JSON";
        };
    }
}
