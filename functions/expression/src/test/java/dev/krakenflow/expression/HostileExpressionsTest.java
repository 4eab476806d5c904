package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.EXPRESSIONS;
import static dev.krakenflow.expression.testing.Evaluations.eval;
import static dev.krakenflow.expression.testing.Evaluations.evalValue;
import static dev.krakenflow.expression.testing.Evaluations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.testing.Evaluations;
import dev.krakenflow.json.JsonReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a definition or an event tries, the process goes on. */
@Timeout(60)
class HostileExpressionsTest {

    private static final String BOMB =
            "$bomb := function($x, $n) { $n = 0 ? $x : $bomb({\"a\": $x, \"b\": $x}, $n - 1) }; ";

    static Stream<Arguments> runaways() {
        return Stream.of(
                Arguments.of("($f := function() { $f() }; $f())", "steps"),
                Arguments.of("($f := function($n) { 1 + $f($n + 1) }; $f(0))", "nested deeper"),
                Arguments.of("[1..1e7]", "a list of more than"),
                Arguments.of("[1..10000000]", "a list of more than"),
                Arguments.of("($f := function($s) { $f($s & $s) }; $f(\"ab\"))", "a string of more than"),
                Arguments.of("$pad(s, 1e9)", "a string of more than"),
                Arguments.of("$pad(s, -1e9)", "a string of more than"),
                Arguments.of("($l := [1..100].$pad(\"\", 100000); $join($l))", "a string of more than"),
                Arguments.of("(" + BOMB + "$bomb(1, 40))", "parts when written out"),
                Arguments.of("(" + BOMB + "$string($bomb(1, 40)))", "parts when written out"),
                Arguments.of("(" + BOMB + "$bomb(1, 40) = $bomb(1, 40))", "parts when written out"),
                Arguments.of("(" + BOMB + "$bomb(1, 40) ~> |$|{}|)", "parts when written out"),
                Arguments.of("($s := $pad(\"\", 5000000); [1..1000].($s & \"x\"))", "made too much"),
                Arguments.of(
                        "($s := $pad(\"\", 5000000);"
                                + " $map([1..1000], function($i) { ($y := $s & $i; function() { $y }) }))",
                        "made too much"),
                Arguments.of("($l := [1..900000]; [" + "$l,".repeat(4000) + "1])", "bounds"),
                Arguments.of("($l := [1..900000]; [1..1000].$l)", "made too much"),
                Arguments.of("$reduce([1..40], function($a, $i) { [$a, $a] ~> $append($a) })", "bounds"),
                Arguments.of(
                        "$replace($pad(s, 1000), / /, function($m) { ($f := function() { $f() }; $f()) })", "steps"),
                Arguments.of("$formatInteger(1, $pad(\"\", 100000, \"0\"))", "shorter picture"),
                Arguments.of("$fromMillis(0, \"[Y,1000000000]\")", "shorter picture"),
                Arguments.of("$toMillis(\"" + "1".repeat(60) + "x\", \"[f][d][W][w][X]\")", "simpler picture"),
                Arguments.of("$formatInteger(2000000000, \"I\")", "nested too deep"),
                Arguments.of("$map([1..100000], function($v) { $map([1..100000], $string) })", "bounds"));
    }

    @ParameterizedTest
    @MethodSource("runaways")
    void runawaysEndAsFailures(String source, String reason) {
        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> eval(source, "{\"s\": \"x\"}"))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$match(s, /(.*)(.*)(.*)[^a!]/)",
                "$contains(s, /(.*)(.*)(.*)(.*)(.*)[^a!]$/)",
                "$split(s, /(a+a+)+b/)",
                "$replace(s, /(a+a+)+b/, \"\")",
                "/(a+a+)+b/(s)",
                "s ~> /(a+a+)+b/",
                "$filter([s], /(a+a+)+b/)"
            })
    void regularExpressionsStopAtTheClock(String source) {
        Bounds impatient = Evaluations.withTime(Duration.ofMillis(50));
        Template template = new JsonataExpressions(impatient)
                .template(new TextNode("{%" + source + "%}"), Scope.of())
                .orThrow();

        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> template.evaluate(Map.of("s", "a".repeat(100_000)), with(Map.of())))
                .withMessageContaining("took too long");
    }

    @Test
    void anEvaluationEndsWithTheBudgetOfItsRun() {
        Template template = EXPRESSIONS
                .template(new TextNode("{% ($f := function() { $f() }; $f()) %}"), Scope.of())
                .orThrow();

        assertThatExceptionOfType(ExpressionException.class)
                .isThrownBy(() -> template.evaluate(Map.of(), new Evaluation(Map.of(), System.nanoTime())))
                .withMessageContaining("took too long");
    }

    static Stream<String> sources() {
        return Stream.of(
                "(".repeat(20_000) + "1" + ")".repeat(20_000),
                "(".repeat(65) + "1" + ")".repeat(65),
                "[".repeat(65) + "]".repeat(65),
                "{\"a\":".repeat(65) + "1" + "}".repeat(65),
                "-".repeat(16_000) + "1",
                "a ? 1 : ".repeat(2_000) + "1",
                "1" + " + 1".repeat(4_000),
                "(".repeat(40) + "a" + " ?: 1)".repeat(40),
                "$f(".repeat(65) + ")".repeat(65),
                "function($a, $b)<s+s+s+s+s+s+s+s+n:x>{1}(\"a\")",
                "$contains(s, /" + "(".repeat(8_000) + ")".repeat(8_000) + "/)",
                "1" + " ".repeat(16_384));
    }

    @ParameterizedTest
    @MethodSource("sources")
    void sourcesOverTheBoundsAreProblems(String source) {
        assertThat(EXPRESSIONS
                        .template(new TextNode("{%" + source + "%}"), Scope.of())
                        .problems())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "($__evaluate_entry := nothing; 1)",
                "(function($__evaluate_exit) { 1 })()",
                "l@$__evaluate_entry.(1)",
                "($\uE000 := 1)",
                "$eval(\"1\")",
                "($e := $eval; $e(\"1\"))"
            })
    void theGuardCannotBeTakenAway(String source) {
        assertThat(EXPRESSIONS
                        .template(new TextNode("{%" + source + "%}"), Scope.of())
                        .problems())
                .isNotEmpty();
    }

    @Test
    void anEventOfManyListsIsNoTrap() {
        Map<String, Object> lists = new LinkedHashMap<>();
        IntStream.range(0, 100_000).forEach(i -> lists.put("a" + i, List.of(1)));

        assertThat(evalValue("$count(*)", lists)).isEqualTo("100000");
        assertThat(evalValue("$count($spread($))", lists)).isEqualTo("100000");
    }

    @Test
    void anEventOfCollidingValuesIsNoTrap() {
        List<Object> colliding = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int bit = 0; bit < 15; bit++) {
                text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            colliding.add(List.of(text.toString()));
        }

        assertThat(evalValue("$count($distinct(l))", Map.of("l", colliding))).isEqualTo("20000");
    }

    @Test
    void aLambdaOverAThousandItemsIsNoOverflow() {
        String source = "$count($map([1..1000], function($v) { {\"a\": $v, \"b\": $v * 2} }))";

        assertThat(eval(source, "{}")).isEqualTo("1000");
    }

    @Test
    void longTailRecursionTakesNoStack() {
        String source = "($f := function($n, $a) { $n = 0 ? $a : $f($n - 1, $a + 1) }; $f(20000, 0))";

        assertThat(eval(source, "{}")).isEqualTo("20000");
    }

    @Test
    void nothingCanHoldItself() {
        assertThat(eval("{\"a\": 1} ~> |$|{\"self\": $}|", "{}")).isEqualTo("{\"a\":1,\"self\":{\"a\":1}}");
    }

    @Test
    void eventsThatGrowByTemplatesStopGrowing() {
        Template doubling = EXPRESSIONS
                .template(new TextNode("{% {\"l\": $, \"r\": $} %}"), Scope.of())
                .orThrow();

        assertThatExceptionOfType(ExpressionException.class).isThrownBy(() -> {
            Object event = JsonReader.read("{}");
            for (int hop = 0; hop < 100; hop++) {
                event = doubling.evaluate(event, with(Map.of()));
            }
        });
    }
}
