package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.linkage;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Component;
import dev.krakenflow.plan.Handlers;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Program;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandlersCompilerTest {
    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void makesProgramsOfTheirOwn() {
        Plan plan = compiled(compile("""
                'components': [{'type': 'stage'}, {'type': 'stage', 'catch': [
                  {'errors': ['*'], 'components': [{'type': 'stage'}]}]}],
                'finally': [{'type': 'stage', 'transform': {'x': '{% $error.code %}'}}],
                'on_error': [{'type': 'goto-point', 'name': 'again'},
                  {'type': 'stage', 'transform': {'x': '{% $error.code %}'}}, {'type': 'goto', 'to': 'again'}],
                'finally_timeout': '3s'
                """));

        assertThat(names(plan.program())).containsExactly("stage-1", "stage-2", "stage-3");
        assertThat(names(plan.handlers().onError())).containsExactly("again", "stage-5", "goto-6");
        assertThat(plan.handlers().onError().components())
                .extracting(Component::next)
                .containsExactly(1, 2, Program.END);
        assertThat(names(plan.handlers().lastly())).containsExactly("stage-7");
        assertThat(plan.handlers().finallyTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void haveDefaults() {
        assertThat(compiled(compile("'components': []")).handlers()).isEqualTo(Handlers.NONE);
        assertThat(compiled(compile("'components': [], 'on_error': []")).handlers())
                .isEqualTo(new Handlers(new Program(List.of()), null, Handlers.DEFAULT_FINALLY_TIMEOUT));
    }

    @Test
    void holdWhereThePipelineIsPlugged() {
        Plan plan = compiled(compiler.compile(
                pipeline("{'name': 'p', 'components': [{'type': 'plug', 'pipeline': 'q'}]}"),
                linkage(
                        "{'name': 'q', 'components': [], 'finally_timeout': '2s', 'policies': {'often': {'max_attempts': 9}},"
                                + " 'finally': [{'type': 'stage', 'retry': 'often', 'service': {'name': 's', 'function': 'f'}},"
                                + " {'type': 'plug', 'pipeline': 'r'}]}",
                        "{'name': 'r', 'components': []}")));

        Handlers handlers = plan.plugged().get("q").handlers();
        assertThat(names(handlers.lastly())).containsExactly("stage-1", "plug-2");
        assertThat(handlers.finallyTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(plan.plugged()).containsOnlyKeys("q", "r");
        assertThat(plan.services()).containsOnlyKeys("s");
        assertThat(plan.handlers()).isEqualTo(Handlers.NONE);
    }

    /** Members of a pipeline, and the code and pointer of their problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'on_error': [{'type': 'goto', 'to': 'top'}]                                  | goto-crosses-branch /on_error/0/to",
                "'finally': [{'type': 'goto', 'to': 'top'}]                                   | goto-crosses-branch /finally/0/to",
                "'finally': [{'type': 'goto-point', 'name': 'f'}], 'on_error': [{'type': 'goto', 'to': 'f'}] | goto-crosses-branch /on_error/0/to",
                "'on_error': [{'type': 'stage', 'name': 'top'}]                               | duplicate-name /on_error/0/name",
                "'on_error': [{'type': 'stage', 'transform': {'a': '{% $error(\\\"x\\\") %}'}}] | unknown-function /on_error/0/transform/a $error is the failure here",
                "'finally': [{'type': 'parallel', 'branches': {'a': [{'type': 'done', 'condition': '{% $error(x) %}'}]}}] | unknown-function /finally/0/branches/a/0/condition $error is the failure here",
                "'finally': [{'type': 'plug', 'pipeline': 'nowhere'}]                         | unknown-reference /finally/0/pipeline",
            })
    void findsWhatIsWrong(String members, String problem) {
        assertThat(problems(compile("'components': [{'type': 'goto-point', 'name': 'top'}], " + members)))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    private static List<String> names(@Nullable Program program) {
        return Objects.requireNonNull(program).components().stream()
                .map(it -> it.place().name())
                .toList();
    }

    private Compilation<Plan> compile(String members) {
        return compiler.compile(pipeline("{'name': 'p', " + members + "}"), NOTHING);
    }
}
