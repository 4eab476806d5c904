package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import java.util.regex.Pattern;

/** Checks {@code call} of an {@code http} function: {@code parse_json_body}, {@code accept_status}, {@code follow_redirects}; {@code idempotency_key} is the compiler's. */
final class HttpCallRules {
    private static final int LEAST_STATUS = 100;
    private static final int MOST_STATUS = 599;
    private static final Pattern CLASS = Pattern.compile("[1-5]xx");

    private final Findings findings;

    HttpCallRules(Findings findings) {
        this.findings = findings;
    }

    void check(ObjectNode call, String pointer) {
        Fields fields = new Fields(call, pointer, findings);
        fields.bool("parse_json_body");
        fields.bool("follow_redirects");
        ArrayNode statuses = fields.list("accept_status");
        for (int i = 0; statuses != null && i < statuses.size(); i++) {
            if (!isStatus(statuses.get(i))) {
                findings.problem(
                        ProblemCode.BAD_VALUE,
                        Pointers.element(fields.pointer("accept_status"), i),
                        "a status is a number from 100 to 599, or a class such as \"4xx\"");
            }
        }
        fields.ignore("module", "the client of the service knows what it calls");
        fields.any("idempotency_key");
        fields.end();
    }

    private static boolean isStatus(JsonNode status) {
        if (status.isTextual()) {
            return CLASS.matcher(status.textValue()).matches();
        }
        return status.isInt() && status.intValue() >= LEAST_STATUS && status.intValue() <= MOST_STATUS;
    }
}
