package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Fields;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.FunctionDefinition;
import dev.krakenflow.definition.Nearest;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.expression.Expressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@code lambda}: {@code start.functions} maps names to functions of one argument written in JSONata, and
 * {@code call.function} names one. Thread-safe.
 */
public final class LambdaRules implements ClientRules {
    private final Expressions expressions;

    public LambdaRules(Expressions expressions) {
        this.expressions = requireNonNull(expressions);
    }

    @Override
    public String module() {
        return "lambda";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("octopus.lambda", "Octopus.Lambda");
    }

    @Override
    public void check(ServiceDefinition service, Map<String, String> helpers, Findings findings) {
        ObjectNode start = requireNonNull(service.client()).start();
        ObjectNode functions = start == null ? null : functions(start, helpers, findings);
        if (start == null) {
            MissingKeys.report("/client", findings, "start");
        }
        service.functions().values().forEach(function -> call(function, functions, findings));
    }

    private @Nullable ObjectNode functions(ObjectNode start, Map<String, String> helpers, Findings findings) {
        Fields fields = new Fields(start, "/client/start", findings);
        if (fields.any("code") == null) {
            fields.require("functions");
        } else {
            findings.problem(
                    ProblemCode.KRAKEN_ONLY,
                    fields.pointer("code"),
                    "code in Elixir cannot be run here: functions are written in JSONata",
                    "start.functions: {\"name\": \"" + FunctionChecks.FORM + "\"}");
        }
        ObjectNode functions = fields.object("functions");
        fields.end();
        if (functions != null) {
            new FunctionChecks(expressions, findings).lambdas(functions, helpers, fields.pointer("functions"));
        }
        return functions;
    }

    /** @param functions of {@code start}; null when they could not be read, which was reported */
    private static void call(FunctionDefinition function, @Nullable ObjectNode functions, Findings findings) {
        if (function.call() == null) {
            MissingKeys.report(function.pointer(), findings, "call");
            return;
        }
        Fields call = new Fields(function.call(), function.pointer() + "/call", findings);
        call.require("function");
        String name = call.name("function");
        call.ignore("module", "the client of the service knows what it calls");
        call.end();
        if (name != null && functions != null && !functions.has(name)) {
            List<String> known = new ArrayList<>();
            functions.fieldNames().forEachRemaining(known::add);
            findings.problem(
                    ProblemCode.UNKNOWN_REFERENCE,
                    call.pointer("function"),
                    "start.functions has no \"" + Shown.text(name) + "\"",
                    Nearest.to(name, known).orElse(null));
        }
    }
}
