package dev.krakenflow.client.start;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.expression.Compiled;
import dev.krakenflow.expression.Evaluation;
import dev.krakenflow.expression.ExpressionException;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import dev.krakenflow.expression.Template;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Resolves the {@code start} of a client: a template without input, whose expressions may call {@code $secret('name')} and
 * {@code $env('NAME')} with a literal. Thread-safe.
 */
public final class StartArguments {
    private static final long EVALUATION_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Expressions expressions;
    private final Secrets secrets;
    private final AllowedEnvironment environment;

    public StartArguments(Expressions expressions, Secrets secrets, AllowedEnvironment environment) {
        this.expressions = requireNonNull(expressions);
        this.secrets = requireNonNull(secrets);
        this.environment = requireNonNull(environment);
    }

    /**
     * The arguments, with secrets in them: for the client that opens, not to be shown or kept elsewhere.
     *
     * @return a JSON object of {@code dev.krakenflow.json}
     * @throws ClientException with {@code service-not-ready} when a secret or variable is missing (it is named), or an
     *     expression fails
     */
    public Map<String, Object> resolve(ObjectNode start) {
        OutsideCalls calls = new OutsideCalls();
        JsonNode replaced = replace(start, calls);
        Map<String, Object> values = new HashMap<>();
        calls.variables().forEach((value, variable) -> values.put(variable, find(value)));
        Scope scope = new Scope(new HashSet<>(values.keySet()), Map.of());
        Compiled<Template> template = expressions.template(replaced, scope);
        if (template.value() == null) {
            // What the compiler found may quote the source, which holds no secret but is not for callers either.
            throw notReady("start holds an expression that cannot be compiled, at "
                    + template.problems().getFirst().pointer());
        }
        return evaluate(template.value(), values);
    }

    private static Map<String, Object> evaluate(Template template, Map<String, Object> values) {
        try {
            Evaluation evaluation = new Evaluation(values, System.nanoTime() + EVALUATION_NANOS);
            Map<String, Object> arguments = new HashMap<>();
            if (template.evaluate(null, evaluation) instanceof Map<?, ?> object) {
                object.forEach((name, value) -> arguments.put(String.valueOf(name), value));
            }
            return arguments;
        } catch (ExpressionException e) {
            // Its message could quote a part of a secret, so neither the message nor the cause goes on.
            throw notReady("an expression of start fails");
        }
    }

    private JsonNode replace(JsonNode json, OutsideCalls calls) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (json instanceof ObjectNode object) {
            ObjectNode copy = nodes.objectNode();
            object.properties().forEach(entry -> copy.set(entry.getKey(), replace(entry.getValue(), calls)));
            return copy;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = nodes.arrayNode();
            array.forEach(element -> copy.add(replace(element, calls)));
            return copy;
        }
        return json.isTextual() && isExpression(json.textValue())
                ? TextNode.valueOf(calls.replaceIn(json.textValue()))
                : json;
    }

    private static boolean isExpression(String text) {
        String stripped = text.strip();
        return stripped.startsWith("{%") && stripped.endsWith("%}");
    }

    private Object find(OutsideValue value) {
        Optional<String> found = switch (value.kind()) {
            case SECRET -> secrets.find(value.name());
            case ENV -> environment.find(value.name());
        };
        return found.orElseThrow(() -> notReady(value + " is not there"));
    }

    private static ClientException notReady(String detail) {
        return ClientException.inCall(Failure.of(FailureCode.SERVICE_NOT_READY, detail), null);
    }
}
