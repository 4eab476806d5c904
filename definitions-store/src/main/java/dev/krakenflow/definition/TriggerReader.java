package dev.krakenflow.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the triggers of one pipeline. */
final class TriggerReader {
    private static final String HTTP = "http";
    private static final String HEADERS = "headers";
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");

    private final Findings findings;

    TriggerReader(Findings findings) {
        this.findings = findings;
    }

    List<TriggerDefinition> list(ArrayNode json, String pointer) {
        List<TriggerDefinition> triggers = new ArrayList<>();
        Set<String> shapes = new HashSet<>();
        for (int i = 0; i < json.size(); i++) {
            TriggerDefinition trigger = trigger(json.get(i), Pointers.element(pointer, i));
            if (trigger == null) {
                continue;
            }
            triggers.add(trigger);
            String shape = trigger.shape();
            if (shape != null && !shapes.add(shape)) {
                findings.problem(
                        ProblemCode.DUPLICATE_TRIGGER,
                        trigger.pathPointer(),
                        "another trigger of this pipeline has the method and path " + Shown.text(shape));
            }
        }
        return triggers;
    }

    private @Nullable TriggerDefinition trigger(JsonNode json, String pointer) {
        if (!(json instanceof ObjectNode object)) {
            findings.problem(ProblemCode.WRONG_TYPE, pointer, "a trigger is an object, not " + Shown.type(json));
            return null;
        }
        Fields fields = new Fields(object, pointer, findings);
        fields.require(HTTP);
        ObjectNode http = fields.object(HTTP);
        fields.end();
        return http == null ? null : http(new Fields(http, fields.pointer(HTTP), findings));
    }

    private TriggerDefinition http(Fields fields) {
        fields.require("method", "path");
        ObjectNode response = fields.object("response");
        Fields answer = new Fields(
                response == null ? JsonNodeFactory.instance.objectNode() : response,
                fields.pointer("response"),
                findings);
        TriggerDefinition trigger = new TriggerDefinition(
                fields.pointer(),
                method(fields),
                path(fields),
                headers(fields),
                answer.any("status"),
                answer.any(HEADERS),
                answer.any("body"));
        answer.end();
        fields.end();
        return trigger;
    }

    private @Nullable String path(Fields fields) {
        String path = fields.text("path");
        return path != null && TriggerPath.check(path, fields.pointer("path"), findings) ? path : null;
    }

    private @Nullable String method(Fields fields) {
        String method = fields.text("method");
        if (method == null || METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            return method == null ? null : method.toUpperCase(Locale.ROOT);
        }
        findings.problem(
                ProblemCode.BAD_VALUE,
                fields.pointer("method"),
                "a trigger has one of the methods " + String.join(", ", METHODS),
                Nearest.to(method, METHODS).orElse(null));
        return null;
    }

    private List<String> headers(Fields fields) {
        ArrayNode json = fields.list(HEADERS);
        List<String> names = new ArrayList<>();
        for (int i = 0; json != null && i < json.size(); i++) {
            String pointer = Pointers.element(fields.pointer(HEADERS), i);
            JsonNode name = json.get(i);
            if (!name.isTextual()) {
                findings.problem(
                        ProblemCode.WRONG_TYPE, pointer, "a header is named by a string, not " + Shown.type(name));
            } else if (!HEADER.matcher(name.textValue()).matches()) {
                findings.problem(ProblemCode.BAD_VALUE, pointer, "this cannot be the name of a header");
            } else {
                names.add(name.textValue().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
