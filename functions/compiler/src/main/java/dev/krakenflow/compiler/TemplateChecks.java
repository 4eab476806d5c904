package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.expression.Compiled;
import dev.krakenflow.expression.ExpressionProblem;
import dev.krakenflow.expression.Expressions;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks the expressions, conditions and templates of one place. What is null was not given, and is no problem. */
final class TemplateChecks {
    private static final String DELIMITED = "{% … %}";
    private static final String ONLY_IN_START = "$secret and $env can only be used in client.start";

    private final Expressions expressions;
    private final VisibleHelpers helpers;
    private final ElixirText elixir;
    private final Findings findings;

    TemplateChecks(Expressions expressions, VisibleHelpers helpers, Findings findings) {
        this.expressions = expressions;
        this.helpers = helpers;
        this.elixir = new ElixirText(expressions);
        this.findings = findings;
    }

    /** The checks of a place that sees other helpers. */
    TemplateChecks seeing(VisibleHelpers others) {
        return new TemplateChecks(expressions, others, findings);
    }

    /** Any JSON as a template. */
    void any(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json != null) {
            report(expressions.template(json, helpers.scope(variables)), json, pointer);
            elixir.warn(json, pointer, findings);
        }
    }

    /** A template that makes a list: a list, or one whole expression. */
    void list(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json == null || json.isArray() || ExpressionText.isMeant(json)) {
            any(json, pointer, variables);
        } else {
            expected("a list or one expression", json, pointer);
        }
    }

    /** One whole expression. */
    void expression(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json == null || ExpressionText.isMeant(json)) {
            any(json, pointer, variables);
        } else {
            expected("one expression", json, pointer);
        }
    }

    /** A template that makes a text: a string, or one whole expression. */
    void text(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json == null || json.isTextual()) {
            any(json, pointer, variables);
        } else {
            expected("a string or one expression", json, pointer);
        }
    }

    /** Whether a template reads the value of a variable, among those that it may name. */
    boolean uses(@Nullable JsonNode json, String variable, Set<String> variables) {
        if (json == null) {
            return false;
        }
        Set<String> others = new HashSet<>(variables);
        others.remove(variable);
        return expressions.template(json, helpers.scope(variables)).problems().size()
                != expressions.template(json, helpers.scope(others)).problems().size();
    }

    /** A template that makes an object: an object, or one whole expression. */
    void object(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json == null || json.isObject() || ExpressionText.isMeant(json)) {
            any(json, pointer, variables);
        } else {
            expected("an object or one expression", json, pointer);
        }
    }

    private void expected(String what, JsonNode json, String pointer) {
        String hint = null;
        if (json.isTextual()) {
            hint = ElixirText.mentionsArgs(json.textValue()) ? elixir.hint(json.textValue()) : DELIMITED;
        }
        findings.problem(ProblemCode.WRONG_TYPE, pointer, what + " is expected, not " + Shown.type(json), hint);
    }

    /** A boolean, or an expression that gives one. */
    void condition(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json != null) {
            report(expressions.condition(json, helpers.scope(variables)), json, pointer);
        }
    }

    /** An expression that gives the name of a branch. */
    void branchName(@Nullable JsonNode json, String pointer, Set<String> variables) {
        if (json == null || ExpressionText.isMeant(json)) {
            any(json, pointer, variables);
        } else {
            boolean args = json.isTextual() && ElixirText.mentionsArgs(json.textValue());
            findings.problem(
                    json.isTextual() ? ProblemCode.BAD_VALUE : ProblemCode.WRONG_TYPE,
                    pointer,
                    "the condition of a switch is an expression that gives the name of a branch, not "
                            + Shown.type(json),
                    args ? elixir.hint(json.textValue()) : DELIMITED);
        }
    }

    /** Reports what was found in a template at this pointer. */
    void report(Compiled<?> compiled, JsonNode json, String pointer) {
        for (ExpressionProblem problem : compiled.problems()) {
            findings.problem(code(problem), pointer + problem.pointer(), problem.message(), hint(problem, json));
        }
        for (ExpressionProblem warning : compiled.warnings()) {
            findings.warning(code(warning), pointer + warning.pointer(), warning.message(), warning.hint());
        }
    }

    private @Nullable String hint(ExpressionProblem problem, JsonNode json) {
        String text = json.at(problem.pointer()).asText();
        if (problem.kind() == ExpressionProblem.Kind.BAD_VALUE && ElixirText.mentionsArgs(text)) {
            return elixir.hint(text);
        }
        boolean outside = text.contains("$secret") || text.contains("$env");
        return outside && problem.kind() == ExpressionProblem.Kind.UNKNOWN_FUNCTION ? ONLY_IN_START : problem.hint();
    }

    private static ProblemCode code(ExpressionProblem problem) {
        return switch (problem.kind()) {
            case BAD_EXPRESSION, UNKNOWN_VARIABLE -> ProblemCode.BAD_EXPRESSION;
            case PARTIAL_EXPRESSION, KEY_WITH_DELIMITER -> ProblemCode.PARTIAL_EXPRESSION;
            case UNKNOWN_FUNCTION -> ProblemCode.UNKNOWN_FUNCTION;
            case BAD_VALUE -> ProblemCode.BAD_VALUE;
            case WRONG_TYPE -> ProblemCode.WRONG_TYPE;
        };
    }
}
