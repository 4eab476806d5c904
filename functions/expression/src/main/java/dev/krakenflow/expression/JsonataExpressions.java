package dev.krakenflow.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.expression.ExpressionProblem.Kind;
import dev.krakenflow.expression.jsonata.FunctionSet;
import dev.krakenflow.expression.jsonata.Interpreter;
import dev.krakenflow.expression.syntax.SyntaxException;
import dev.krakenflow.json.WrittenSize;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Expressions in JSONata 2. The library is loaded when the first expression needs it; the simplest never do. Thread-safe.
 */
public final class JsonataExpressions implements Expressions {

    private final Bounds bounds;
    private final Once<Interpreter> interpreter = new Once<>(Interpreter::new);
    private final ScopeFunctions functions;

    /** @param bounds what each source and each evaluation may use */
    public JsonataExpressions(Bounds bounds) {
        this.bounds = bounds;
        this.functions = new ScopeFunctions(bounds, interpreter);
    }

    @Override
    public Compiled<Template> template(JsonNode json, Scope scope) {
        Findings findings = new Findings();
        SourceCompiler sources = sources(scope, findings);
        return findings.around(template(new TemplateCompiler(sources, findings).compile(json, "")));
    }

    private SourceCompiler sources(Scope scope, Findings findings) {
        return new SourceCompiler(scope, bounds, interpreter, functions, findings);
    }

    private @Nullable Template template(@Nullable TemplatePart part) {
        if (part == null) {
            return null;
        }
        return (input, evaluation) ->
                part.evaluate(new TemplateRun(input, evaluation, new WrittenSize(bounds.resultNodes())));
    }

    @Override
    public Compiled<Condition> condition(JsonNode json, Scope scope) {
        Findings findings = new Findings();
        if (json.isBoolean()) {
            boolean holds = json.booleanValue();
            return findings.around((input, evaluation) -> holds);
        }
        if (!json.isTextual()) {
            findings.problem(
                    Kind.WRONG_TYPE, "", "a condition must be true, false or an expression", "{% total > 100 %}");
            return findings.around(null);
        }
        if (!ExpressionText.isWhole(json.textValue()) && !ExpressionText.hasDelimiter(json.textValue())) {
            String hint = "write {% " + json.textValue().strip() + " %}";
            findings.problem(Kind.BAD_VALUE, "", "a condition must be an expression, not a plain string", hint);
            return findings.around(null);
        }
        SourceCompiler sources = sources(scope, findings);
        TemplatePart part = new TemplateCompiler(sources, findings).compile(json, "");
        return findings.around(
                part instanceof TemplatePart.Computed computed ? condition(computed.expression()) : null);
    }

    private Condition condition(CompiledExpression expression) {
        return (input, evaluation) -> {
            Object value =
                    expression.evaluate(new TemplateRun(input, evaluation, new WrittenSize(bounds.resultNodes())));
            if (value == null || value instanceof Boolean) {
                return Boolean.TRUE.equals(value);
            }
            throw expression.failure("a condition must give true or false, not " + ValueKind.of(value));
        };
    }

    @Override
    public Compiled<Template> function(String name, Scope scope) {
        String source = scope.functions().get(name);
        if (source == null) {
            throw new IllegalArgumentException("no function of the scope: " + name);
        }
        Findings findings = new Findings();
        if (KnownNames.isFunctionOfJsonata(name)) {
            findings.problem(Kind.BAD_VALUE, "", "JSONata has a function $" + name, "choose another name");
        }
        Scope inside = new Scope(Set.of(), scope.functions());
        SourceCompiler sources = sources(inside, findings);
        if (sources.compile(source, "") != null) {
            checkIsFunction(name, source, findings);
        }
        CompiledExpression call = sources(inside, new Findings()).compile("$" + name + "($)", "");
        return findings.around(call == null ? null : template(new TemplatePart.Computed(call)));
    }

    private void checkIsFunction(String name, String source, Findings findings) {
        try {
            new FunctionSet.Builder(interpreter.get(), bounds.limits())
                    .add(name, source, new Sources(bounds).parse(source));
        } catch (SyntaxException e) {
            String hint = "write {% function($args) { … } %}";
            findings.problem(Kind.BAD_EXPRESSION, "", String.valueOf(e.getMessage()), hint);
        }
    }
}
