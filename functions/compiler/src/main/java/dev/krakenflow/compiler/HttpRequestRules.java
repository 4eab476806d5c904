package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import java.util.List;
import java.util.Locale;

/** Checks {@code prepare} of an {@code http} function as far as it is literal: its keys, its method, its path. */
final class HttpRequestRules {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Findings findings;

    HttpRequestRules(Findings findings) {
        this.findings = findings;
    }

    void check(ObjectNode request, String pointer) {
        Fields fields = new Fields(request, pointer, findings);
        fields.require("path");
        if (isLiteral(fields, "method")) {
            method(fields);
        }
        if (isLiteral(fields, "path")) {
            path(fields);
        }
        for (String key : List.of("path_params", "params")) {
            if (isLiteral(fields, key)) {
                fields.object(key);
            }
        }
        ObjectNode headers = isLiteral(fields, "headers") ? fields.object("headers") : null;
        if (headers != null) {
            new HeaderText(findings).headers(headers, fields.pointer("headers"));
        }
        fields.any("body");
        fields.end();
    }

    private static boolean isLiteral(Fields fields, String key) {
        JsonNode value = fields.any(key);
        return value != null && !ExpressionText.isMeant(value);
    }

    private void method(Fields fields) {
        String method = fields.text("method");
        if (method != null && !METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    fields.pointer("method"),
                    "there is no method \"" + Shown.text(method) + "\": " + String.join(", ", METHODS),
                    Nearest.to(method, METHODS).orElse(null));
        }
    }

    private void path(Fields fields) {
        String path = fields.text("path");
        if (path == null) {
            return;
        }
        if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
            findings.problem(
                    ProblemCode.BAD_PATH,
                    fields.pointer("path"),
                    "a path has no query and no fragment",
                    "put the query into params");
        } else if (!hasWholePlaceholders(path)) {
            findings.problem(
                    ProblemCode.BAD_PATH,
                    fields.pointer("path"),
                    "a placeholder is a name between braces",
                    "\"/users/{id}\" with path_params {\"id\": …}");
        }
    }

    private static boolean hasWholePlaceholders(String path) {
        String rest = path.replaceAll("\\{[^{}]+}", "");
        return rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
    }
}
