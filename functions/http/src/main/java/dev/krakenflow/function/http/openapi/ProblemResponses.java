package dev.krakenflow.function.http.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.failure.FailureCode;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The answers with a problem: one for each status that our own failure codes have. Stateless, thread-safe. */
public final class ProblemResponses {

    private static final String ANY = "problem";

    private ProblemResponses() {}

    /** A reference to the answers with a problem of a status that a failure code has. */
    public static ObjectNode reference(int status) {
        return reference(ANY + "-" + status);
    }

    /** A reference to the answer with any problem. */
    public static ObjectNode reference() {
        return reference(ANY);
    }

    private static ObjectNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/responses/" + name);
    }

    static void addTo(ObjectNode responses) {
        responses.set(ANY, response("A problem."));
        Arrays.stream(FailureCode.values())
                .collect(Collectors.groupingBy(FailureCode::status, TreeMap::new, Collectors.toList()))
                .forEach((status, codes) -> responses.set(ANY + "-" + status, response(status, codes)));
    }

    private static ObjectNode response(int status, List<FailureCode> codes) {
        ObjectNode response = response(codes.stream()
                .map(code -> "* `" + code.code() + "`: " + code.title())
                .collect(Collectors.joining("\n", "One of these problems:\n\n", "\n")));
        if (codes.stream().anyMatch(FailureCode::later)) {
            ObjectNode header = response.putObject("headers").putObject("Retry-After");
            header.put("description", "After how many seconds it may go better.");
            header.putObject("schema").put("type", "integer").put("minimum", 1);
        }
        if (status == FailureCode.UNAUTHORIZED.status()) {
            response.putObject("headers")
                    .putObject("WWW-Authenticate")
                    .putObject("schema")
                    .put("const", "Bearer");
        }
        return response;
    }

    private static ObjectNode response(String description) {
        ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", description);
        response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return response;
    }
}
