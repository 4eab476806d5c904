package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.definition.Shown;
import dev.krakenflow.expression.Compiled;
import dev.krakenflow.expression.ExpressionProblem;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import org.jspecify.annotations.Nullable;

/** Checks the expressions, conditions and templates of one definition. What is null was not given, and is no problem. */
final class TemplateChecks {
    private static final String DELIMITED = "{% … %}";
    private static final String ONLY_IN_START = "$secret and $env can only be used in client.start";

    private final Expressions expressions;
    private final Findings findings;

    TemplateChecks(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    /** A template that makes an object: an object, or one whole expression. */
    void object(@Nullable JsonNode json, String pointer, Scope scope) {
        if (json == null) {
            return;
        }
        if (json.isObject() || ExpressionText.isMeant(json)) {
            report(expressions.template(json, scope), json, pointer);
        } else {
            findings.problem(
                    ProblemCode.WRONG_TYPE,
                    pointer,
                    "an object or one expression is expected, not " + Shown.type(json),
                    json.isTextual() ? DELIMITED : null);
        }
    }

    /** A boolean, or an expression that gives one. */
    void condition(@Nullable JsonNode json, String pointer, Scope scope) {
        if (json != null) {
            report(expressions.condition(json, scope), json, pointer);
        }
    }

    /** An expression that gives the name of a branch. */
    void branchName(@Nullable JsonNode json, String pointer, Scope scope) {
        if (json == null) {
            return;
        }
        if (ExpressionText.isMeant(json)) {
            report(expressions.template(json, scope), json, pointer);
        } else {
            findings.problem(
                    json.isTextual() ? ProblemCode.BAD_VALUE : ProblemCode.WRONG_TYPE,
                    pointer,
                    "the condition of a switch is an expression that gives the name of a branch, not "
                            + Shown.type(json),
                    DELIMITED);
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

    private static @Nullable String hint(ExpressionProblem problem, JsonNode json) {
        String text = json.at(problem.pointer()).asText();
        boolean outside = text.contains("$secret") || text.contains("$env");
        return outside && problem.kind() == ExpressionProblem.Kind.UNKNOWN_FUNCTION ? ONLY_IN_START : problem.hint();
    }

    private static ProblemCode code(ExpressionProblem problem) {
        return switch (problem.kind()) {
            case BAD_EXPRESSION -> ProblemCode.BAD_EXPRESSION;
            case PARTIAL_EXPRESSION, KEY_WITH_DELIMITER -> ProblemCode.PARTIAL_EXPRESSION;
            case UNKNOWN_FUNCTION -> ProblemCode.UNKNOWN_FUNCTION;
            case BAD_VALUE -> ProblemCode.BAD_VALUE;
            case WRONG_TYPE -> ProblemCode.WRONG_TYPE;
        };
    }
}
