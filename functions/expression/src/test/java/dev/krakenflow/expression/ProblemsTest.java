package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.EXPRESSIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.krakenflow.expression.ExpressionProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode text(String text) {
        return new ObjectMapper().getNodeFactory().textNode(text);
    }

    private static ExpressionProblem problem(String text, String... variables) {
        List<ExpressionProblem> problems =
                EXPRESSIONS.template(text(text), Scope.of(variables)).problems();
        assertThat(problems).hasSize(1);
        return problems.getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', textBlock = """
                    /users/{% id %}          → write {% "/users/" & id %}
                    {% x %} and {% y %}.     → write {% x & " and " & y & "." %}
                    say "{% x %}"            → write {% "say \\"" & x & "\\"" %}
                    {% x                     → write {% "/users/" & id %}
                    x %}                     → write {% "/users/" & id %}
                    {%}                      → write {% "/users/" & id %}
                    """)
    void anExpressionIsTheWholeString(String text, String hint) {
        assertThat(problem(text).kind()).isEqualTo(Kind.PARTIAL_EXPRESSION);
        assertThat(problem(text).hint()).isEqualTo(hint);
    }

    @Test
    void twoExpressionsInOneStringAreOneTooMany() {
        assertThat(problem("{% x %}-{% y %}").kind()).isEqualTo(Kind.PARTIAL_EXPRESSION);
        assertThat(problem("{% x %}-{% y %}").hint()).contains("{% x & \"-\" & y %}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{%%}",
                "{%  %}",
                "{% 1 + %}",
                "{% (1 %}",
                "{% \"x %}",
                "{% a.1 %}",
                "{% $match(s, /(/) %}",
                "{% /* %}",
                "{% x y %}",
                "{% $f( %}",
                "{% ! %}",
                "{% 5 := 1 %}"
            })
    void whatIsNoExpressionIsAProblem(String text) {
        assertThat(problem(text).kind()).isEqualTo(Kind.BAD_EXPRESSION);
    }

    @Test
    void unknownFunctionsAreFoundWithTheNearestName() {
        ExpressionProblem problem = problem("{% $uppercas(x) %}");

        assertThat(problem.kind()).isEqualTo(Kind.UNKNOWN_FUNCTION);
        assertThat(problem.hint()).contains("$uppercase");
        assertThat(problem.message()).contains("$uppercas");
    }

    @Test
    void unknownVariablesAreFoundWithTheNearestName() {
        assertThat(problem("{% $evnt.x %}", "event", "context").hint()).contains("$event");
        assertThat(problem("{% $zzzzzzzz %}", "event").hint()).isNull();
    }

    @Test
    void whatAnExpressionBindsItselfIsKnown() {
        String source = "{% ($a := 1; $f := function($b) { $a + $b }; l@$c#$d.($c + $d + $f(1))) %}";

        assertThat(EXPRESSIONS.template(text(source), Scope.of()).problems()).isEmpty();
    }

    @Test
    void theFunctionErrorIsHiddenByTheVariable() {
        assertThat(problem("{% $error(\"x\") %}", "error").hint()).contains("$assert(false, ");
        assertThat(EXPRESSIONS
                        .template(text("{% $error.detail %}"), Scope.of("error"))
                        .problems())
                .isEmpty();
        assertThat(EXPRESSIONS.template(text("{% $error(\"x\") %}"), Scope.of()).problems())
                .isEmpty();
    }

    @Test
    void secretsAndTheEnvironmentAreForClients() {
        assertThat(problem("{% $secret(\"x\") %}").hint()).contains("client");
    }

    @Test
    void allProblemsAreFoundInTheOrderOfTheDocument() {
        JsonNode json = json("""
                {"a": "{% $nope() %}", "b~/": ["x{%", "{% ok %}", {"c": "{% ( %}"}], "d": "{% $p + $q %}"}""");

        assertThat(EXPRESSIONS.template(json, Scope.of()).problems())
                .extracting(ExpressionProblem::pointer)
                .containsExactly("/a", "/b~0~1/0", "/b~0~1/2/c", "/d", "/d");
        assertThat(EXPRESSIONS.template(json, Scope.of()).value()).isNull();
    }

    @Test
    void aKeyWithDelimitersIsAWarning() {
        Compiled<Template> compiled = EXPRESSIONS.template(json("{\"{% x %}\": 1}"), Scope.of());

        assertThat(compiled.value()).isNotNull();
        assertThat(compiled.warnings())
                .extracting(ExpressionProblem::kind, ExpressionProblem::pointer)
                .containsExactly(tuple(Kind.KEY_WITH_DELIMITER, "/{% x %}"));
    }

    @Test
    void conditionsAreBooleansOrExpressions() {
        assertThat(EXPRESSIONS.condition(json("true"), Scope.of()).problems()).isEmpty();
        assertThat(EXPRESSIONS.condition(json("\"{% x %}\""), Scope.of()).problems())
                .isEmpty();
        assertThat(EXPRESSIONS.condition(json("\"x > 1\""), Scope.of()).problems())
                .extracting(ExpressionProblem::kind, ExpressionProblem::hint)
                .containsExactly(tuple(Kind.BAD_VALUE, "write {% x > 1 %}"));
        assertThat(EXPRESSIONS.condition(json("\"a {% x %}\""), Scope.of()).problems())
                .extracting(ExpressionProblem::kind)
                .containsExactly(Kind.PARTIAL_EXPRESSION);
        for (String other : List.of("null", "1", "{}", "[]")) {
            assertThat(EXPRESSIONS.condition(json(other), Scope.of()).problems())
                    .extracting(ExpressionProblem::kind)
                    .containsExactly(Kind.WRONG_TYPE);
        }
    }

    @Test
    void functionsMustBeFunctionsWithNamesOfTheirOwn() {
        Scope scope = new Scope(
                Set.of("event"),
                Map.of(
                        "five",
                        "5",
                        "sum",
                        "function($a) { 1 }",
                        "sees",
                        "function($a) { $event }",
                        "fine",
                        "$uppercase",
                        "broken",
                        "function($a) { ",
                        "fails",
                        "(1/0; function($a) { 1 })"));

        assertThat(EXPRESSIONS.function("five", scope).problems()).hasSize(1);
        assertThat(EXPRESSIONS.function("sum", scope).problems()).hasSize(1);
        assertThat(EXPRESSIONS.function("sees", scope).problems()).hasSize(1);
        assertThat(EXPRESSIONS.function("broken", scope).problems()).hasSize(1);
        assertThat(EXPRESSIONS.function("fails", scope).problems()).hasSize(1);
        assertThat(EXPRESSIONS.function("fine", scope).problems()).isEmpty();
    }
}
