package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks {@code start.functions} of a {@code lambda}: functions that see each other and their argument, nothing else. */
final class LambdaFunctions {
    static final String FORM = "{% function($args) { … } %}";

    private static final Pattern BUILT_IN = Pattern.compile("[A-Za-z0-9]+");

    private final Expressions expressions;
    private final Findings findings;

    LambdaFunctions(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    void check(ObjectNode functions, String pointer) {
        Scope scope = new Scope(Set.of(), sources(functions));
        functions
                .properties()
                .forEach(function -> check(
                        function.getKey(), function.getValue(), Pointers.member(pointer, function.getKey()), scope));
    }

    private void check(String name, JsonNode function, String pointer, Scope scope) {
        if (!ExpressionText.isWhole(function)) {
            findings.problem(
                    function.isTextual() ? ProblemCode.BAD_EXPRESSION : ProblemCode.WRONG_TYPE,
                    pointer,
                    "a function is one expression, not " + Shown.type(function),
                    FORM);
        } else if (isBuiltIn(name)) {
            findings.problem(ProblemCode.RESERVED_NAME, pointer, "JSONata has a function $" + name + " of its own");
        } else {
            new TemplateChecks(expressions, findings).report(expressions.function(name, scope), function, pointer);
        }
    }

    private Map<String, String> sources(ObjectNode functions) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> function : functions.properties()) {
            if (ExpressionText.isWhole(function.getValue()) && !isBuiltIn(function.getKey())) {
                sources.put(
                        function.getKey(),
                        ExpressionText.source(function.getValue().textValue()));
            }
        }
        return sources;
    }

    /** Whether the name means something where nothing is defined. */
    private boolean isBuiltIn(String name) {
        JsonNode use = JsonNodeFactory.instance.textNode("{% $" + name + " %}");
        return BUILT_IN.matcher(name).matches()
                && expressions.template(use, Scope.of()).problems().isEmpty();
    }
}
