package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.EXPRESSIONS;
import static dev.krakenflow.expression.testing.Evaluations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.json.JsonReader;
import dev.krakenflow.json.JsonWriter;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static String evaluate(String template, Scope scope, String event, Map<String, Object> variables)
            throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(template);
        Object result = EXPRESSIONS.template(json, scope).orThrow().evaluate(JsonReader.read(event), with(variables));
        return result == null ? "missing" : JsonWriter.write(result);
    }

    @Test
    void keepsLiteralsAndFillsInExpressions() throws JsonProcessingException {
        String template =
                "{\"n\":1,\"nul\":null,\"s\":\"x + 1\",\"m\":{\"deep\":[\"a\",2.5,{\"k\":\"{% x %}\"}]},\"e\":\" \"}";

        assertThat(evaluate(template, Scope.of(), "{\"x\": 7}", Map.of()))
                .isEqualTo(template.replace("\"{% x %}\"", "7"));
    }

    @Test
    void leavesOutWhatIsMissingAndKeepsNull() throws JsonProcessingException {
        String template = "{\"a\": \"{% no %}\", \"b\": [1, \"{% no %}\", \"{% z %}\"], \"c\": \"{% z %}\"}";

        assertThat(evaluate(template, Scope.of(), "{\"z\": null}", Map.of())).isEqualTo("{\"b\":[1,null],\"c\":null}");
        assertThat(evaluate("\"{% no %}\"", Scope.of(), "{}", Map.of())).isEqualTo("missing");
    }

    @Test
    void stripsWhiteSpaceAroundExpressionsOnly() throws JsonProcessingException {
        assertThat(evaluate("[\" \\n{% x %}\\t\", \" x \"]", Scope.of(), "{\"x\": 1}", Map.of()))
                .isEqualTo("[1,\" x \"]");
    }

    @Test
    void keysAreNeverExpressions() throws JsonProcessingException {
        assertThat(evaluate("{\"{% x %}\": \"{% x %}\"}", Scope.of(), "{\"x\": 1}", Map.of()))
                .isEqualTo("{\"{% x %}\":1}");
    }

    @Test
    void valuesAreNeverScanned() throws JsonProcessingException {
        assertThat(evaluate("[\"{% s %}\", \"{% \\\"{% no %}\\\" %}\"]", Scope.of(), "{\"s\": \"{% x %}\"}", Map.of()))
                .isEqualTo("[\"{% x %}\",\"{% no %}\"]");
    }

    @Test
    void seesVariables() throws JsonProcessingException {
        assertThat(evaluate(
                        "[\"{% $event.x + y %}\", \"{% $context.event_id %}\", \"{% $error.detail %}\"]",
                        Scope.of("event", "context", "error"),
                        "{\"y\": 1}",
                        Map.of("event", Map.of("x", 1), "context", Map.of("event_id", "e"))))
                .isEqualTo("[2,\"e\"]");
    }

    @Test
    void callsFunctionsThatCallEachOther() throws JsonProcessingException {
        Scope scope = new Scope(
                Set.of("event"),
                Map.of(
                        "even", "function($n) { $n = 0 ? true : $odd($n - 1) }",
                        "odd", "function($n) { $n = 0 ? false : $even($n - 1) }",
                        "here", "function($n) { [$n, $] }"));

        assertThat(evaluate("[\"{% $even(x) %}\", \"{% $map(l, $odd) %}\"]", scope, "{\"x\":10,\"l\":[1,2]}", Map.of()))
                .isEqualTo("[true,[true,false]]");
        assertThat(evaluate("\"{% $here(x) %}\"", scope, "{\"x\": 1}", Map.of()))
                .isEqualTo("[1]");
    }

    @Test
    void boundsFunctionsByTheCallersMeter() {
        Scope scope = new Scope(Set.of(), Map.of("endless", "function($n) { $endless($n) }"));

        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> evaluate("\"{% $endless(1) %}\"", scope, "{}", Map.of()))
                .withMessageContaining("steps");
    }

    @Test
    void aFunctionTakesItsInputAsTheArgument() {
        Scope scope =
                new Scope(Set.of(), Map.of("add", "function($o) { $sum($o.l) + $one() }", "one", "function() { 1 }"));
        Template add = EXPRESSIONS.function("add", scope).orThrow();

        assertThat(add.evaluate(JsonReader.read("{\"l\": [1, 2]}"), with(Map.of())))
                .isEqualTo(4);
    }

    @Test
    void failuresTellThePlaceAndTheExpression() {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> evaluate("{\"a\": [\"{% x / 0 %}\"]}", Scope.of(), "{\"x\": 1}", Map.of()))
                .withMessageStartingWith("{% x / 0 %} at /a/0 failed: ");
    }

    @Test
    void failuresShowNamesNumbersAndOperatorsButNoStringRegexOrComment() throws JsonProcessingException {
        String source =
                "$f := function($x)<s:n> { $x = 'top /* secret' ? -$ / 2.5 : $match(`a b`, /top [/] secret/i) };"
                        + " $f(\"top \\\"secret\") /* top secret */ + {\"secret\": a.'secret'} + true";
        String template = new ObjectMapper().writeValueAsString("{% (" + source + ") %}");

        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> evaluate(template, Scope.of(), "{\"x\": 1}", Map.of()))
                .withMessageStartingWith("{% ($f := function($x)<s:n> { $x = \"…\" ? -$ / 2.5 : $match(`a b`, \"…\") };"
                        + " $f(\"…\")  + {\"…\": a.\"…\"} + true) %} failed: ");
    }

    @Test
    void failuresShowTheBeginningOfALongExpression() throws JsonProcessingException {
        String template = "\"{% 'secret' + " + "1 + ".repeat(100) + "1 %}\"";

        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> evaluate(template, Scope.of(), "{}", Map.of()))
                .withMessageMatching("\\{% \"…\" \\+ (1 \\+ ){48}1 … %} failed: .*");
    }

    @Test
    void whatATemplateMakesIsBoundedAsAWhole() {
        StringBuilder template = new StringBuilder("[");
        template.append("\"{% s %}\",".repeat(1_000)).append("1]");

        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() ->
                        evaluate(template.toString(), Scope.of(), "{\"s\": \"" + "x".repeat(100_000) + "\"}", Map.of()))
                .withMessageContaining("too large");
    }

    @Test
    void aConditionGivesABoolean() {
        assertThat(holds("true")).isTrue();
        assertThat(holds("{% x = 1 %}")).isTrue();
        assertThat(holds("{% x = 2 %}")).isFalse();
        assertThat(holds("{% missing %}")).isFalse();
        for (String other : new String[] {"{% x %}", "{% null %}", "{% \"true\" %}", "{% [] %}", "{% $ %}"}) {
            assertThatExceptionOfType(ExpressionException.class)
                    .isThrownBy(() -> holds(other))
                    .withMessageContaining("must give true or false, not ");
        }
    }

    private static boolean holds(String condition) {
        JsonNode json = condition.equals("true")
                ? new ObjectMapper().getNodeFactory().booleanNode(true)
                : new TextNode(condition);
        return EXPRESSIONS.condition(json, Scope.of()).orThrow().holds(JsonReader.read("{\"x\": 1}"), with(Map.of()));
    }
}
