package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Catch;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Goto;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import dev.krakenflow.plan.Switch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatchCompilerTest {
    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void laysCaughtComponentsOutBehindTheComponentThatCatches() {
        Program program = compiled(compile("""
                        {'type': 'stage', 'name': 'a', 'catch': [
                          {'errors': ['http.404'], 'components': [
                            {'type': 'switch', 'name': 's', 'condition': '{% x %}', 'branches': {
                              'y': [{'type': 'stage', 'name': 'deep', 'catch': [
                                {'errors': ['*'], 'components': [{'type': 'done', 'name': 'deeper'}]}]}]}},
                            {'type': 'stage', 'name': 'last'}]},
                          {'errors': ['timeout', 'x-y'], 'transform': {'failed': '{% $error.code %}'}},
                          {'errors': ['http.5xx'], 'components': []},
                          {'errors': ['*'], 'goto': 'end'}]},
                        {'type': 'stage', 'name': 'b'}, {'type': 'goto-point', 'name': 'end'}
                        """)).program();

        assertThat(names(program)).containsExactly("a", "s", "deep", "deeper", "last", "b", "end");
        assertThat(program.components()).extracting(Component::next).containsExactly(5, 4, 4, 4, 5, 6, Program.END);
        List<Catch> catches = program.components().getFirst().catches();
        assertThat(catches)
                .extracting(Catch::errors)
                .containsExactly(List.of("http.404"), List.of("timeout", "x-y"), List.of("http.5xx"), List.of("*"));
        assertThat(catches.get(0).action()).isEqualTo(new Catch.Components(1, 5));
        assertThat(catches.get(1).action())
                .isInstanceOfSatisfying(
                        Catch.Transform.class,
                        it -> assertThat(it.json().toString()).isEqualTo("{\"failed\":\"{% $error.code %}\"}"));
        assertThat(catches.get(2).action())
                .isInstanceOfSatisfying(
                        Catch.Components.class, it -> assertThat(it.start()).isEqualTo(it.end()));
        assertThat(catches.get(3).action()).isEqualTo(new Catch.Goto(6));
        assertThat(program.components().get(2).catches().getFirst().action()).isEqualTo(new Catch.Components(3, 4));
    }

    @Test
    void jumpsIntoAndOutOfCaughtComponents() {
        Program program = compiled(compile("""
                        {'type': 'switch', 'name': 's', 'condition': '{% x %}', 'branches': {'in': [{'type': 'goto', 'to': 'inside'}]}},
                        {'type': 'plug', 'name': 'p', 'pipeline': 'other', 'catch': [{'errors': ['*'], 'components': [
                          {'type': 'goto-point', 'name': 'inside'}, {'type': 'goto', 'name': 'out', 'to': 'top'}]}]},
                        {'type': 'goto-point', 'name': 'top'}
                        """)).program();

        assertThat(names(program)).containsExactly("s", "goto-2", "p", "inside", "out", "top");
        assertThat(program.components().get(0))
                .isInstanceOfSatisfying(
                        Switch.class, it -> assertThat(it.branches()).containsExactly(Map.entry("in", 1)));
        assertThat(program.components().get(1))
                .isInstanceOfSatisfying(
                        Goto.class, it -> assertThat(it.target()).isEqualTo(3));
        assertThat(program.components().get(4))
                .isInstanceOfSatisfying(
                        Goto.class, it -> assertThat(it.target()).isEqualTo(5));
    }

    /** What is written under {@code catch} of a component, and the problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'errors': ['*'], 'goto': 'nowhre'}                            | unknown-reference /components/0/catch/0/goto nowhere",
                "{'errors': ['*'], 'goto': 'inside'}                            | goto-crosses-branch /components/0/catch/0/goto",
                "{'errors': ['*'], 'transform': 5}                              | wrong-type /components/0/catch/0/transform",
                "{'errors': ['*'], 'transform': {'a': '{% $memo %}'}}           | bad-expression /components/0/catch/0/transform/a",
                "{'errors': ['*'], 'transform': {'a': '{% $error(1) %}'}}       | unknown-function /components/0/catch/0/transform/a $error is the failure here; write $assert(false, `…`)",
                "{'errors': ['*'], 'components': [{'type': 'stage', 'transform': {'a': '{% $error(1) %}'}}]} | unknown-function /components/0/catch/0/components/0/transform/a $error is the failure here",
                "{'errors': ['*'], 'components': [{'type': 'switch', 'condition': '{% $error(1) %}', 'branches': {}}]} | unknown-function /components/0/catch/0/components/0/condition $error is the failure here",
                "{'errors': ['*'], 'components': [{'type': 'goto', 'to': 'inside'}]} | goto-crosses-branch /components/0/catch/0/components/0/to",
                "{'errors': ['*'], 'components': [{'type': 'stage', 'name': 'inside'}]} | duplicate-name /components/2/branches/a/0/name",
            })
    void findsWhatIsWrong(String caught, String problem) {
        assertThat(problems(compile("{'type': 'stage', 'catch': [" + caught
                        + "]}, {'type': 'goto-point', 'name': 'nowhere'},"
                        + " {'type': 'parallel', 'branches': {'a': [{'type': 'goto-point', 'name': 'inside'}]}}")))
                .singleElement()
                .asString()
                .startsWith(problem.replace('`', '"'));
    }

    @Test
    void seesTheFailureUntilTheListEndsAndInItsBranches() {
        assertThat(problems(compile("""
                        {'type': 'composer', 'name': 'c', 'memo': 0, 'compose': {'events': []}, 'catch': [
                          {'errors': ['*'], 'components': [
                            {'type': 'composer', 'name': 'd', 'memo': 0, 'memo_key': '{% $error.code %}',
                             'compose': {'events': '{% [{\\"a\\": $error.code, \\"b\\": $memo}] %}'}},
                            {'type': 'parallel', 'branches': {'a': [{'type': 'stage', 'condition': '{% $error.status = 404 %}'}]}}]},
                          {'errors': ['*'], 'transform': '{% $error %}'}]},
                        {'type': 'stage', 'transform': {'a': '{% x ? x : $error(\\"this is JSONata again\\") %}'}}
                        """))).isEmpty();
    }

    private static List<String> names(Program program) {
        return program.components().stream().map(it -> it.place().name()).toList();
    }

    private Compilation<Plan> compile(String components) {
        Linkage linkage = Linkage.of(
                Map.of(),
                Map.of(),
                Map.of("other", pipeline("{'name': 'other', 'components': []}").definition()));
        return compiler.compile(pipeline("{'name': 'p', 'components': [" + components + "]}"), linkage);
    }
}
