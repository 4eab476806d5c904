package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElixirTextTest {
    private final JsonataExpressions expressions = new JsonataExpressions(Bounds.DEFAULT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "args[\"x\"] > 1                       | {% x > 1 %}",
                "args['x'] == args[\"y\"]              | {% x = y %}",
                "args['a']['b c'] != 'args'            | {% a.`b c` != 'args' %}",
                "args['x'] > 1 && args['y'] < 2        | {% x > 1 and y < 2 %}",
                "args                                  | {% $ %}",
            })
    void saysWhatToWriteInstead(String elixir, String hint) {
        assertThat(new ElixirText(expressions).hint(elixir)).isEqualTo("args is $ here: write " + hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"get_in(args, ['a', 'b'])", "args[args['key']]", "Hello, #{args['name']}!", "Enum.at(args['l'], 0)"
            })
    void givesAnExampleWhereItCannotTell(String elixir) {
        assertThat(new ElixirText(expressions).hint(elixir)).isEqualTo("args is $ here: args[\"x\"] is {% x %}");
    }

    @Test
    void helpsWithConditions() {
        assertThat(problems(compile(
                        "{'type': 'done', 'condition': 'args[\\\"x\\\"] > 1'}, {'type': 'switch', 'condition': 'args[\\\"x\\\"]', 'branches': {}},"
                                + " {'type': 'done', 'condition': 'x > 1'}")))
                .containsExactly(
                        "bad-value /components/0/condition args is $ here: write {% x > 1 %}",
                        "bad-value /components/1/condition args is $ here: write {% x %}",
                        "bad-value /components/2/condition write {% x > 1 %}");
    }

    @Test
    void warnsOfTextsThatWouldBeEvaluatedInKraken() {
        assertThat(warnings(compile("""
                        {'type': 'stage', 'prepare': {'a': ['args[\\"x\\"] + 1', 'the args']}, 'transform': {'b': 'get_in(args, [1])'}}
                        """)))
                .containsExactly(
                        "kraken-only /components/0/prepare/a/0 args is $ here: write {% x + 1 %}",
                        "kraken-only /components/0/transform/b args is $ here: args[\"x\"] is {% x %}");
    }

    private Compilation<Plan> compile(String components) {
        return new PipelineCompiler(expressions)
                .compile(pipeline("{'name': 'p', 'components': [" + components + "]}"), NOTHING);
    }
}
