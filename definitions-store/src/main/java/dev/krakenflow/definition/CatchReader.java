package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code catch} of a component: a list of which failures are taken, and what is done with them. */
final class CatchReader {
    private static final String CATCH = "catch";
    private static final String ERRORS = "errors";
    private static final List<String> ACTIONS = List.of("transform", "components", "goto");

    private final ComponentReader components;
    private final Findings findings;

    CatchReader(ComponentReader components, Findings findings) {
        this.components = components;
        this.findings = findings;
    }

    /** Those of a component that holds others, in which a {@code raise} may stand. */
    List<CatchDefinition> ofComponents(Fields component) {
        return read(component, true);
    }

    /** Those of a component that calls a service. */
    List<CatchDefinition> ofCall(Fields component) {
        return read(component, false);
    }

    private List<CatchDefinition> read(Fields component, boolean raises) {
        ArrayNode json = component.list(CATCH);
        List<CatchDefinition> catches = new ArrayList<>();
        boolean allCaught = false;
        for (int i = 0; json != null && i < json.size(); i++) {
            String pointer = Pointers.element(component.pointer(CATCH), i);
            if (json.get(i) instanceof ObjectNode object) {
                if (allCaught) {
                    findings.warning(
                            ProblemCode.BAD_VALUE, pointer, "nothing is left to catch here: \"*\" stands before", null);
                }
                CatchDefinition read = one(new Fields(object, pointer, findings), raises);
                allCaught |= read.errors().contains(ErrorPatterns.ALL);
                catches.add(read);
            } else {
                findings.problem(
                        ProblemCode.WRONG_TYPE,
                        pointer,
                        "what is caught is an object with errors and an action, not " + Shown.type(json.get(i)));
            }
        }
        return catches;
    }

    private CatchDefinition one(Fields fields, boolean raises) {
        fields.require(ERRORS);
        CatchDefinition read = new CatchDefinition(
                fields.pointer(),
                errors(fields, raises),
                fields.any("transform"),
                components.list(fields, "components"),
                fields.name("goto"));
        checkAction(fields);
        fields.end();
        return read;
    }

    private List<String> errors(Fields fields, boolean raises) {
        JsonNode json = fields.any(ERRORS);
        if (json != null && json.isArray() && json.isEmpty()) {
            findings.problem(
                    ProblemCode.BAD_VALUE, fields.pointer(ERRORS), "errors names at least one failure", "[\"*\"]");
        }
        return new ErrorPatterns(findings).caught(PlainTexts.read(fields, ERRORS, "a failure", findings), raises);
    }

    private void checkAction(Fields fields) {
        List<String> given =
                ACTIONS.stream().filter(action -> fields.any(action) != null).toList();
        if (given.isEmpty()) {
            findings.problem(
                    ProblemCode.MISSING_KEY,
                    fields.pointer(),
                    "one of these keys is needed: " + String.join(", ", ACTIONS));
        } else if (given.size() > 1) {
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    fields.pointer(),
                    "only one of these keys can be here: " + String.join(", ", given));
        }
    }
}
