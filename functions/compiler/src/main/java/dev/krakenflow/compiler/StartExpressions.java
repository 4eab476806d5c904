package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.definition.Pointers;
import dev.krakenflow.definition.ProblemCode;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the expressions of {@code start}. They see no data; {@code $secret} and {@code $env} can be called there, with a
 * literal name, so that the client knows what to fetch before it evaluates anything.
 */
final class StartExpressions {
    private static final String STAND_IN = "outside";

    /** Takes the place of a function that is not called as it must be: it may stand wherever that stands. */
    private static final String ANY_FUNCTION = "$string";

    /** What is skipped (comments, strings, quoted names), or a call, or the name in another use. */
    private static final Pattern TEXT_OR_CALL = Pattern.compile("(?s)/\\*.*?\\*/"
            + "|\"(?:\\\\.|[^\"\\\\])*+\""
            + "|'(?:\\\\.|[^'\\\\])*+'"
            + "|`[^`]*`"
            + "|(?<call>\\$(?:secret|env)\\s*\\(\\s*(?:'[^'\\\\]+'|\"[^\"\\\\]+\")\\s*\\))"
            + "|(?<other>\\$(?:secret|env)(?![\\p{L}\\p{N}_]))");

    private final Expressions expressions;
    private final Findings findings;

    StartExpressions(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    void check(ObjectNode start, String pointer) {
        JsonNode seen = withStandIns(start, pointer);
        new TemplateChecks(expressions, VisibleHelpers.NONE, findings)
                .report(expressions.template(seen, Scope.of(STAND_IN)), seen, pointer);
    }

    private JsonNode withStandIns(JsonNode json, String pointer) {
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            withStandIns(member.getValue(), Pointers.member(pointer, member.getKey()))));
            return copy;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(withStandIns(element, Pointers.element(pointer, copy.size()))));
            return copy;
        }
        return ExpressionText.isWhole(json)
                ? JsonNodeFactory.instance.textNode(withStandIns(json.textValue(), pointer))
                : json;
    }

    private String withStandIns(String expression, String pointer) {
        Set<String> misused = new TreeSet<>();
        String seen = TEXT_OR_CALL.matcher(expression).replaceAll(found -> standIn(found, misused));
        misused.forEach(function -> findings.problem(
                ProblemCode.BAD_EXPRESSION,
                pointer,
                function + " takes a name that is written as one literal string",
                function + "('name')"));
        return seen;
    }

    private static String standIn(MatchResult found, Set<String> misused) {
        if (found.group("other") != null) {
            misused.add(found.group());
            return Matcher.quoteReplacement(ANY_FUNCTION);
        }
        return Matcher.quoteReplacement(found.group("call") == null ? found.group() : "$" + STAND_IN);
    }
}
