package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code helpers}: a list of names. */
final class HelperReferences {
    private static final String KEY = "helpers";

    private HelperReferences() {}

    static List<HelperReference> read(Fields fields, Findings findings) {
        ArrayNode json = fields.list(KEY);
        List<HelperReference> references = new ArrayList<>();
        for (int i = 0; json != null && i < json.size(); i++) {
            String pointer = Pointers.element(fields.pointer(KEY), i);
            JsonNode name = json.get(i);
            if (!name.isTextual()) {
                findings.problem(
                        ProblemCode.WRONG_TYPE,
                        pointer,
                        "a helper library is named by a string, not " + Shown.type(name));
            } else if (Delimiters.in(name.textValue())) {
                findings.problem(
                        ProblemCode.BAD_VALUE,
                        pointer,
                        "a helper library has a plain name: no expression can stand here");
            } else {
                references.add(new HelperReference(name.textValue(), pointer));
            }
        }
        return references;
    }
}
