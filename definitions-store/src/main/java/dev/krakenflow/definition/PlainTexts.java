package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Reads lists of strings in which no expression can stand. */
final class PlainTexts {
    private PlainTexts() {}

    /**
     * What can be read of a list, in its order.
     *
     * @param what what each of its strings is, with an article
     */
    static List<PlainText> read(Fields fields, String key, String what, Findings findings) {
        ArrayNode json = fields.list(key);
        List<PlainText> texts = new ArrayList<>();
        for (int i = 0; json != null && i < json.size(); i++) {
            String pointer = Pointers.element(fields.pointer(key), i);
            JsonNode text = json.get(i);
            if (!text.isTextual()) {
                findings.problem(ProblemCode.WRONG_TYPE, pointer, what + " is a string, not " + Shown.type(text));
            } else if (Delimiters.in(text.textValue())) {
                findings.problem(
                        ProblemCode.BAD_VALUE, pointer, what + " is a plain string: no expression can stand here");
            } else {
                texts.add(new PlainText(text.textValue(), pointer));
            }
        }
        return texts;
    }
}
