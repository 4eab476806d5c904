package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Place;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Raise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaiseCompilerTest {
    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void compilesLiteralsAndTemplates() {
        Plan plan = compiled(compile("""
                {'type': 'raise', 'name': 'r', 'condition': '{% x > 1 %}',
                 'error': {'type': 'no-stock', 'status': 409, 'detail': '{% \\"none of \\" & $event.product %}'}},
                {'type': 'raise', 'name': 's', 'error': {'type': '{% code %}'}}
                """));

        assertThat(plan.program().components())
                .containsExactly(
                        new Raise(
                                new Place("r", "/components/0"),
                                1,
                                TextNode.valueOf("{% x > 1 %}"),
                                TextNode.valueOf("no-stock"),
                                IntNode.valueOf(409),
                                TextNode.valueOf("{% \"none of \" & $event.product %}")),
                        new Raise(
                                new Place("s", "/components/1"), -1, null, TextNode.valueOf("{% code %}"), null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'raise'}                                                     | missing-key /components/0",
                "{'type': 'raise', 'error': {}}                                        | missing-key /components/0/error",
                "{'type': 'raise', 'condition': 'x', 'error': {'type': 'a'}}           | bad-value /components/0/condition",
                "{'type': 'raise', 'error': {'type': 'a {% x %}'}}                     | partial-expression /components/0/error/type",
                "{'type': 'raise', 'error': {'type': 'a', 'status': '{% x + %}'}}      | bad-expression /components/0/error/status",
                "{'type': 'raise', 'error': {'type': 'a', 'detail': 'for {% id %}'}}   | partial-expression /components/0/error/detail",
                "{'type': 'raise', 'error': {'type': 'a', 'detail': '{% $memo %}'}}    | bad-expression /components/0/error/detail",
                "{'type': 'stage', 'catch': [{'errors': ['*'], 'components': [{'type': 'raise', 'error': {'type': 'a', 'detail': '{% $error(x) %}'}}]}]} | unknown-function /components/0/catch/0/components/0/error/detail",
            })
    void findsWhatIsWrong(String component, String problem) {
        assertThat(problems(compile(component))).singleElement().asString().startsWith(problem);
    }

    private Compilation<Plan> compile(String components) {
        return compiler.compile(pipeline("{'name': 'p', 'components': [" + components + "]}"), NOTHING);
    }
}
