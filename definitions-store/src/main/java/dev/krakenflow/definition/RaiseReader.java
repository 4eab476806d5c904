package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.failure.RaisedTypes;
import org.jspecify.annotations.Nullable;

/** Reads one raise. What stands in it as an expression is the compiler's to check. */
final class RaiseReader {
    private static final String TYPE = "type";
    private static final String STATUS = "status";
    private static final String DETAIL = "detail";
    private static final int LEAST_STATUS = 400;
    private static final int MOST_STATUS = 599;

    private final Findings findings;

    RaiseReader(Findings findings) {
        this.findings = findings;
    }

    RaiseDefinition read(Origin origin, Fields fields) {
        fields.require("error");
        Fields error = fields.fields("error");
        return new RaiseDefinition(origin, fields.any("condition"), error == null ? null : error(error));
    }

    private RaisedErrorDefinition error(Fields error) {
        error.require(TYPE);
        RaisedErrorDefinition read =
                new RaisedErrorDefinition(error.pointer(), type(error), status(error), detail(error));
        error.end();
        return read;
    }

    private @Nullable JsonNode type(Fields error) {
        JsonNode json = error.any(TYPE);
        if (json == null || isExpression(json)) {
            return json;
        }
        String type = error.text(TYPE);
        if (type == null) {
            return null;
        }
        if (FailureCode.of(type).isPresent()) {
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    error.pointer(TYPE),
                    type + " is a failure of the language itself: give yours a name of its own");
        } else if (!RaisedTypes.isName(type) && !RaisedTypes.isUri(type)) {
            String kebab = KebabCase.of(type);
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    error.pointer(TYPE),
                    "the type of a failure is a name in kebab-case, or a URI of your own",
                    RaisedTypes.isName(kebab) ? kebab : null);
        }
        return json;
    }

    private static @Nullable JsonNode status(Fields error) {
        JsonNode json = error.any(STATUS);
        boolean right = json == null || isExpression(json) || error.count(STATUS, LEAST_STATUS, MOST_STATUS) != null;
        return right ? json : null;
    }

    private static @Nullable JsonNode detail(Fields error) {
        JsonNode json = error.any(DETAIL);
        return json == null || error.text(DETAIL) != null ? json : null;
    }

    private static boolean isExpression(JsonNode json) {
        return json.isTextual() && Delimiters.in(json.textValue());
    }
}
