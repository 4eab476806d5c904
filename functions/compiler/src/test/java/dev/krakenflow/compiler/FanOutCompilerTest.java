package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.Mapping;
import dev.krakenflow.plan.Parallel;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FanOutCompilerTest {
    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void makesAProgramOfEachBranch() {
        Program program = compiled(compile("""
                        {'type': 'parallel', 'name': 'both', 'condition': '{% go %}', 'mode': 'any', 'timeout': '1s',
                         'concurrency_limit': 5, 'transform': {'x': '{% a.x %}'},
                         'branches': {
                           'a': [{'type': 'stage'},
                                 {'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [{'type': 'goto', 'to': 'end'}]}},
                                 {'type': 'goto-point', 'name': 'end'}],
                           'b': []},
                         'catch': [{'errors': ['*'], 'components': [{'type': 'stage', 'name': 'caught'}]}]},
                        {'type': 'done'}
                        """)).program();

        assertThat(names(program)).containsExactly("both", "caught", "done-7");
        Parallel parallel = (Parallel) program.components().getFirst();
        assertThat(parallel.next()).isEqualTo(2);
        assertThat(parallel.mode()).isEqualTo(Parallel.Mode.ANY);
        assertThat(parallel.concurrency()).isEqualTo(5);
        assertThat(parallel.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(parallel.condition()).isNotNull();
        assertThat(parallel.transform()).isNotNull();
        assertThat(parallel.catches().getFirst().action()).isEqualTo(new Catch.Components(1, 2));
        assertThat(parallel.branches()).containsOnlyKeys("a", "b");
        Program a = parallel.branches().get("a");
        assertThat(names(a)).containsExactly("stage-2", "switch-3", "goto-4", "end");
        assertThat(a.components()).extracting(Component::next).containsExactly(1, 3, 3, Program.END);
        assertThat(a.components().get(2))
                .isInstanceOfSatisfying(
                        Goto.class, it -> assertThat(it.target()).isEqualTo(3));
        assertThat(a.components().get(2).place().pointer()).isEqualTo("/components/0/branches/a/1/branches/y/0");
    }

    @Test
    void runsAllBranchesAtOnceUnlessTheDefinitionSaysOtherwise() {
        Program program = compiled(compile("{'type': 'parallel', 'branches': {'a': [], 'b': [], 'c': []}},"
                        + " {'type': 'parallel', 'branches': {}}"))
                .program();

        assertThat(program.components())
                .map(Parallel.class::cast)
                .extracting(Parallel::concurrency)
                .containsExactly(3, 1);
        assertThat(program.components())
                .map(Parallel.class::cast)
                .extracting(Parallel::mode)
                .containsOnly(Parallel.Mode.ALL);
    }

    @Test
    void makesAProgramOfWhatItemsPass() {
        Mapping map = (Mapping) compiled(compile("""
                        {'type': 'map', 'items': '{% orders %}', 'as': 'order', 'at': 'n', 'mode': 'settled', 'timeout': '2s',
                         'concurrency_limit': 3, 'max_items': 7, 'transform': {'all': '{% results.x %}'},
                         'components': [{'type': 'map', 'name': 'inner', 'items': [1, '{% order.x %}'],
                                         'components': [{'type': 'dead-end'}]}]}
                        """)).program().components().getFirst();

        assertThat(map.as()).isEqualTo("order");
        assertThat(map.at()).isEqualTo("n");
        assertThat(map.mode()).isEqualTo(Parallel.Mode.SETTLED);
        assertThat(map.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(map.concurrency()).isEqualTo(3);
        assertThat(map.maxItems()).isEqualTo(7);
        assertThat(map.program().components()).singleElement().isInstanceOfSatisfying(Mapping.class, inner -> {
            assertThat(inner.as()).isEqualTo("item");
            assertThat(inner.at()).isNull();
            assertThat(inner.mode()).isEqualTo(Parallel.Mode.ALL);
            assertThat(inner.concurrency()).isEqualTo(16);
            assertThat(inner.maxItems()).isEqualTo(1_000);
            assertThat(names(inner.program())).containsExactly("dead-end-3");
        });
    }

    /** Components, and the code and pointer of their problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'parallel', 'branches': {'a': [{'type': 'goto', 'to': 'out'}]}}          | goto-crosses-branch /components/0/branches/a/0/to",
                "{'type': 'map', 'items': [], 'components': [{'type': 'goto', 'to': 'out'}]}       | goto-crosses-branch /components/0/components/0/to",
                "{'type': 'parallel', 'branches': {'a': [{'type': 'goto', 'to': 'b'}], 'b': [{'type': 'goto-point', 'name': 'b'}]}} | goto-crosses-branch /components/0/branches/a/0/to",
                "{'type': 'map', 'items': [], 'components': [{'type': 'stage', 'catch': [{'errors': ['*'], 'goto': 'out'}]}]} | goto-crosses-branch /components/0/components/0/catch/0/goto",
                "{'type': 'goto', 'to': 'in'}, {'type': 'map', 'items': [], 'components': [{'type': 'goto-point', 'name': 'in'}]} | goto-crosses-branch /components/0/to",
                "{'type': 'parallel', 'branches': {'a': [{'type': 'goto', 'to': 'herre'}, {'type': 'goto-point', 'name': 'here'}]}} | unknown-reference /components/0/branches/a/0/to here",
                "{'type': 'parallel', 'branches': {'a': [{'type': 'stage', 'name': 'out'}]}}       | duplicate-name /components/1/name",
                "{'type': 'parallel', 'condition': 5, 'branches': {}}                              | wrong-type /components/0/condition",
                "{'type': 'parallel', 'transform': 'x', 'branches': {}}                            | wrong-type /components/0/transform {% … %}",
                "{'type': 'parallel', 'branches': {'a': [{'type': 'stage', 'transform': 5}]}}      | wrong-type /components/0/branches/a/0/transform",
                "{'type': 'map', 'components': []}                                                 | missing-key /components/0",
                "{'type': 'map', 'items': 'x', 'components': []}                                   | wrong-type /components/0/items {% … %}",
                "{'type': 'map', 'items': null, 'components': []}                                  | wrong-type /components/0/items",
                "{'type': 'map', 'items': {}, 'components': []}                                    | wrong-type /components/0/items",
                "{'type': 'map', 'items': '{% $error(x) + %}', 'components': []}                   | bad-expression /components/0/items",
                "{'type': 'map', 'items': [], 'condition': 'x', 'components': []}                  | bad-value /components/0/condition",
                "{'type': 'map', 'items': [], 'transform': [], 'components': []}                   | wrong-type /components/0/transform",
                "{'type': 'map', 'items': [], 'mode': 'any', 'components': []}                     | bad-value /components/0/mode",
            })
    void findsWhatIsWrong(String components, String problem) {
        assertThat(problems(compile(components + ", {'type': 'goto-point', 'name': 'out'}")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void hintsNoPointThatCannotBeReached() {
        assertThat(problems(compile("{'type': 'map', 'items': [], 'components': [{'type': 'goto', 'to': 'ouut'}]},"
                        + " {'type': 'goto-point', 'name': 'out'}")))
                .containsExactly("unknown-reference /components/0/components/0/to");
    }

    private static List<String> names(Program program) {
        return program.components().stream().map(it -> it.place().name()).toList();
    }

    private Compilation<Plan> compile(String components) {
        return compiler.compile(pipeline("{'name': 'p', 'components': [" + components + "]}"), NOTHING);
    }
}
