package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;

/** How expressions are told from literals. */
final class ExpressionText {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";

    private ExpressionText() {}

    /** Whether this is a string between delimiters. */
    static boolean isWhole(JsonNode json) {
        if (!json.isTextual()) {
            return false;
        }
        String text = json.textValue().strip();
        return text.length() >= OPEN.length() + CLOSE.length() && text.startsWith(OPEN) && text.endsWith(CLOSE);
    }

    /** Whether this is a string with a delimiter anywhere: an expression, or what was meant as one. */
    static boolean isMeant(JsonNode json) {
        return json.isTextual()
                && (json.textValue().contains(OPEN) || json.textValue().contains(CLOSE));
    }

    /** What stands between the delimiters of a whole expression. */
    static String source(String text) {
        String stripped = text.strip();
        return stripped.substring(OPEN.length(), stripped.length() - CLOSE.length());
    }
}
