package dev.krakenflow.expression;

import static dev.krakenflow.expression.testing.Evaluations.EXPRESSIONS;
import static dev.krakenflow.expression.testing.Evaluations.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library prints what it cannot call; a payload must not come into the log that way. */
class FunctionsStayQuietTest {

    @Test
    void callingWhatIsNoFunctionPrintsNothing() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (String source : new String[] {
                "s(1)",
                "s.s(1)",
                "$.s(1)",
                "($f := s; $f(1))",
                "$map([s], function($f) { $f(1) })",
                "l[0](1)",
                "(s)(1)",
                "(1 ~> ($f := s))",
                "1 ~> $v",
                "($f := $uppercase ~> $v; $f(\"a\"))",
                "{\"s\": s}.s(1)",
                "$v ~> $v",
                "$map(l, s)",
                "$filter(l, $v)",
                "$(1)",
                "($f := $uppercase ~> $; $f(\"a\"))"
            }) {
                Template template = EXPRESSIONS
                        .template(new TextNode("{%" + source + "%}"), Scope.of("v"))
                        .orThrow();
                assertThatExceptionOfType(ExpressionException.class)
                        .as(source)
                        .isThrownBy(() -> template.evaluate(
                                Map.of("s", "hunter2", "l", List.of("hunter2")), with(Map.of("v", "hunter2"))))
                        .withMessageNotContaining("hunter2")
                        .withNoCause();
            }
        } finally {
            System.setOut(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
