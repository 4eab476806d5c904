package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ServiceDefinition;
import dev.krakenflow.expression.Expressions;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@code http}: {@code start} says where the service is, {@code call} how answers are taken, and
 * {@code prepare} is a request, checked as far as it is literal. Thread-safe.
 */
public final class HttpRules implements ClientRules {
    private final Expressions expressions;

    public HttpRules(Expressions expressions) {
        this.expressions = requireNonNull(expressions);
    }

    @Override
    public String module() {
        return "http";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("OctopusClientHttpFinch");
    }

    @Override
    public void check(ServiceDefinition service, Map<String, String> helpers, Findings findings) {
        ObjectNode start = requireNonNull(service.client()).start();
        if (start == null) {
            MissingKeys.report("/client", findings, "start");
        } else {
            new HttpStartRules(findings).check(start, "/client/start");
            new StartExpressions(expressions, findings).check(start, "/client/start");
        }
        service.functions().values().forEach(function -> {
            if (function.call() != null) {
                new HttpCallRules(findings).check(function.call(), function.pointer() + "/call");
            }
            if (function.prepare() instanceof ObjectNode request) {
                new HttpRequestRules(findings).check(request, function.pointer() + "/prepare");
            }
        });
    }
}
