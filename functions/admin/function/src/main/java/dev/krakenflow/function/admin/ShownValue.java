package dev.krakenflow.function.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.json.JsonNodes;

/** A part of a definition as it is shown beside others: text that is long is cut. */
final class ShownValue {

    private static final int LONGEST = 200;

    private ShownValue() {}

    /** The value, or the beginning of its text. */
    static Object of(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        if (text.length() <= LONGEST) {
            return JsonNodes.toValue(value);
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}
