package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.FunctionDefinition;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.definition.Shown;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@code kv}: {@code start} is empty, and {@code prepare} names an operation, a key, and a value and a time
 * to live where the operation takes them, checked as far as it is literal. Thread-safe.
 */
public final class KvRules implements ClientRules {
    private static final List<String> OPERATIONS = List.of("get", "set", "getset", "delete", "increment");
    private static final Set<String> WITH_VALUE = Set.of("set", "getset");
    private static final String OPERATION = "operation";
    private static final String TTL = "ttl";

    @Override
    public String module() {
        return "kv";
    }

    @Override
    public Set<String> aliases() {
        return Set.of();
    }

    @Override
    public void check(ServiceDefinition service, Map<String, String> helpers, Findings findings) {
        ObjectNode start = requireNonNull(service.client()).start();
        if (start != null) {
            new Fields(start, "/client/start", findings).end();
        }
        service.functions().values().forEach(function -> check(function, findings));
    }

    private static void check(FunctionDefinition function, Findings findings) {
        if (function.call() != null) {
            Fields call = new Fields(function.call(), function.pointer() + "/call", findings);
            call.ignore("module", "the client of the service knows what it calls");
            call.end();
        }
        if (function.prepare() instanceof ObjectNode request) {
            check(new Fields(request, function.pointer() + "/prepare", findings), findings);
        }
    }

    private static void check(Fields request, Findings findings) {
        request.require(OPERATION, "key");
        String operation = isLiteral(request, OPERATION) ? request.text(OPERATION) : null;
        if (operation != null && !OPERATIONS.contains(operation)) {
            findings.problem(
                    ProblemCode.BAD_VALUE,
                    request.pointer(OPERATION),
                    "there is no operation \"" + Shown.text(operation) + "\": " + String.join(", ", OPERATIONS),
                    Nearest.to(operation, OPERATIONS).orElse(null));
        } else if (operation != null && WITH_VALUE.contains(operation)) {
            request.require("value");
        }
        request.any("value");
        if (isLiteral(request, TTL)) {
            request.duration(TTL, Fields.LONGEST_KEPT);
        }
        request.end();
    }

    private static boolean isLiteral(Fields fields, String key) {
        JsonNode value = fields.any(key);
        return value != null && !ExpressionText.isMeant(value);
    }
}
