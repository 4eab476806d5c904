package dev.krakenflow.client.computed;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.engine.client.ServiceClientProvider;
import dev.krakenflow.expression.Compiled;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Opens clients whose functions are JSONata functions in the definition, the module {@code lambda}. The functions of one
 * service see each other, the functions of its helper libraries, and nothing else: no event, no secret, no environment.
 * Thread-safe.
 */
public final class ComputedClientProvider implements ServiceClientProvider {
    private final Expressions expressions;

    public ComputedClientProvider(Expressions expressions) {
        this.expressions = requireNonNull(expressions);
    }

    @Override
    public String module() {
        return "lambda";
    }

    @Override
    public ServiceClient open(ClientStart start) {
        Map<String, String> own = sources(start.start().path("functions"));
        Scope scope = new Scope(Set.of(), withHelpers(own, start.helpers()));
        Map<String, Template> functions = new HashMap<>();
        own.keySet().forEach(name -> functions.put(name, compile(name, scope)));
        return new ComputedClient(functions);
    }

    private static Map<String, String> withHelpers(Map<String, String> own, Map<String, String> helpers) {
        Map<String, String> all = new LinkedHashMap<>(helpers);
        own.forEach((name, source) -> {
            if (all.put(name, source) != null) {
                throw notReady("start.functions." + name + " has the name of a helper of this service");
            }
        });
        return all;
    }

    private Template compile(String name, Scope scope) {
        Compiled<Template> function = expressions.function(name, scope);
        if (function.value() == null) {
            throw notReady("start.functions." + name + " cannot be compiled");
        }
        return function.value();
    }

    private static Map<String, String> sources(JsonNode functions) {
        Map<String, String> sources = new LinkedHashMap<>();
        functions.properties().forEach(function -> {
            String written = function.getValue().asText().strip();
            if (!written.startsWith("{%") || !written.endsWith("%}") || written.length() < 4) {
                throw notReady("start.functions." + function.getKey() + " must stand between {% and %}");
            }
            sources.put(
                    function.getKey(),
                    written.substring(2, written.length() - 2).strip());
        });
        return sources;
    }

    private static ClientException notReady(String detail) {
        return ClientException.inCall(Failure.of(FailureCode.SERVICE_NOT_READY, detail), null);
    }
}
