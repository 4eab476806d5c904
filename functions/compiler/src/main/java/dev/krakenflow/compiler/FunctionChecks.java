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

/**
 * Checks functions written in JSONata, those of a {@code lambda} and those of a helper library: they see each other and
 * their arguments, and no variables.
 */
final class FunctionChecks {
    static final String FORM = "{% function($args) { … } %}";

    /** Each expression that calls one is compiled with all. */
    private static final int MOST_HELPERS = 256;

    private static final Pattern BUILT_IN = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern CALLABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    /** What expressions find under these names is bound by those who evaluate them. */
    private static final Set<String> VARIABLES = Set.of("event", "memo", "error", "context", "secret", "env");

    private final Expressions expressions;
    private final Findings findings;

    FunctionChecks(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    /** @param helpers what the functions can call beside each other: name → source */
    void lambdas(ObjectNode functions, Map<String, String> helpers, String pointer) {
        Map<String, String> sources = new LinkedHashMap<>(helpers);
        Map<String, JsonNode> written = new LinkedHashMap<>();
        functions.properties().forEach(it -> written.put(it.getKey(), it.getValue()));
        sources.putAll(sources(written));
        written.forEach((name, function) -> {
            String place = Pointers.member(pointer, name);
            if (helpers.containsKey(name)) {
                findings.problem(
                        ProblemCode.DUPLICATE_NAME, place, "a helper library of this service has a function $" + name);
            }
            check(name, function, place, new Scope(Set.of(), sources));
        });
    }

    void helpers(Map<String, JsonNode> functions, String pointer) {
        if (functions.size() > MOST_HELPERS) {
            findings.problem(ProblemCode.BAD_VALUE, pointer, "a library has at most " + MOST_HELPERS + " functions");
            return;
        }
        Scope scope = new Scope(Set.of(), sources(functions));
        functions.forEach((name, function) -> {
            String place = Pointers.member(pointer, name);
            if (!CALLABLE.matcher(name).matches()) {
                findings.problem(
                        ProblemCode.BAD_NAME,
                        place,
                        "a helper is called by its name: letters, digits and underscores, not beginning with a digit");
            } else if (VARIABLES.contains(name)) {
                findings.problem(ProblemCode.RESERVED_NAME, place, "$" + name + " has a meaning of its own");
            } else {
                check(name, function, place, scope);
            }
        });
    }

    private void check(String name, JsonNode function, String pointer, Scope scope) {
        TemplateChecks checks = new TemplateChecks(expressions, VisibleHelpers.NONE, findings);
        if (ExpressionText.isMeant(function) && !ExpressionText.isWhole(function)) {
            checks.report(expressions.template(function, scope), function, pointer);
        } else if (!ExpressionText.isWhole(function)) {
            findings.problem(
                    function.isTextual() ? ProblemCode.BAD_EXPRESSION : ProblemCode.WRONG_TYPE,
                    pointer,
                    "a function is one expression, not " + Shown.type(function),
                    FORM);
        } else if (isBuiltIn(name)) {
            findings.problem(ProblemCode.RESERVED_NAME, pointer, "JSONata has a function $" + name + " of its own");
        } else {
            checks.report(expressions.function(name, scope), function, pointer);
        }
    }

    /** Function → source without delimiters, of those that are expressions and have a name that they can have. */
    Map<String, String> sources(Map<String, JsonNode> functions) {
        Map<String, String> sources = new LinkedHashMap<>();
        functions.forEach((name, function) -> {
            if (ExpressionText.isWhole(function) && !isBuiltIn(name)) {
                sources.put(name, ExpressionText.source(function.textValue()));
            }
        });
        return sources;
    }

    /** Whether the name means something where nothing is defined. */
    private boolean isBuiltIn(String name) {
        JsonNode use = JsonNodeFactory.instance.textNode("{% $" + name + " %}");
        return BUILT_IN.matcher(name).matches()
                && expressions.template(use, Scope.of()).problems().isEmpty();
    }
}
