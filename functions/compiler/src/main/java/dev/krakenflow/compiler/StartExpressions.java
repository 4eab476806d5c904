package dev.krakenflow.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.definition.Findings;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.Scope;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the expressions of {@code start}. They see no data; {@code $secret} and {@code $env} can be called there, with a
 * literal name, so that the client knows what to fetch before it evaluates anything.
 */
final class StartExpressions {
    private static final String STAND_IN = "outside";

    /** What is skipped (comments, strings, quoted names), or a call. */
    private static final Pattern TEXT_OR_CALL = Pattern.compile("(?s)/\\*.*?\\*/"
            + "|\"(?:\\\\.|[^\"\\\\])*+\""
            + "|'(?:\\\\.|[^'\\\\])*+'"
            + "|`[^`]*`"
            + "|(?<call>\\$(?:secret|env)\\s*\\(\\s*(?:'[^'\\\\]+'|\"[^\"\\\\]+\")\\s*\\))");

    private final Expressions expressions;
    private final Findings findings;

    StartExpressions(Expressions expressions, Findings findings) {
        this.expressions = expressions;
        this.findings = findings;
    }

    void check(ObjectNode start, String pointer) {
        JsonNode seen = withStandIns(start);
        new TemplateChecks(expressions, VisibleHelpers.NONE, findings)
                .report(expressions.template(seen, Scope.of(STAND_IN)), seen, pointer);
    }

    private static JsonNode withStandIns(JsonNode json) {
        if (json instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(member -> copy.set(member.getKey(), withStandIns(member.getValue())));
            return copy;
        }
        if (json instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(withStandIns(element)));
            return copy;
        }
        return ExpressionText.isWhole(json)
                ? JsonNodeFactory.instance.textNode(
                        TEXT_OR_CALL.matcher(json.textValue()).replaceAll(StartExpressions::standIn))
                : json;
    }

    private static String standIn(MatchResult found) {
        return Matcher.quoteReplacement(found.group("call") == null ? found.group() : "$" + STAND_IN);
    }
}
