package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.linkage;
import static dev.krakenflow.compiler.testing.Definitions.messages;
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
import org.junit.jupiter.params.provider.ValueSource;

class BranchChecksTest {
    private static final String COMPOSER = "{'type': 'composer', 'compose': {'events': []}}";

    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    /** Members of a pipeline in which C stands for a composer, and the pointer of the problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'components': [{'type': 'parallel', 'branches': {'a': [C]}}]                            | /components/0/branches/a/0",
                "'components': [{'type': 'map', 'items': [], 'components': [{'type': 'tbd'}, C]}]        | /components/0/components/1",
                "'components': [{'type': 'map', 'items': [], 'components': [{'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [C]}}]}] | /components/0/components/0/branches/y/0",
                "'components': [{'type': 'parallel', 'branches': {'a': [{'type': 'stage', 'catch': [{'errors': ['*'], 'components': [C]}]}]}}] | /components/0/branches/a/0/catch/0/components/0",
                "'components': [{'type': 'parallel', 'branches': {'a': [{'type': 'map', 'items': [], 'components': [C]}]}}] | /components/0/branches/a/0/components/0",
                "'components': [{'type': 'stage', 'catch': [{'errors': ['*'], 'components': [{'type': 'parallel', 'branches': {'a': [C]}}]}]}] | /components/0/catch/0/components/0/branches/a/0",
                "'components': [], 'finally': [C]                                                        | /finally/0",
                "'components': [], 'finally': [{'type': 'stage', 'catch': [{'errors': ['*'], 'components': [C]}]}] | /finally/0/catch/0/components/0",
                "'components': [], 'finally': [{'type': 'parallel', 'branches': {'a': [C]}}]             | /finally/0/branches/a/0",
                "'components': [], 'on_error': [{'type': 'map', 'items': [], 'components': [C]}]         | /on_error/0/components/0",
            })
    void refusesComposersWhereOneEventAtMostComesOut(String members, String pointer) {
        assertThat(problems(compile(members.replace("C", COMPOSER)))).containsExactly("composer-in-branch " + pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'components': [C]",
                "'components': [{'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [C]}}]",
                "'components': [{'type': 'parallel', 'branches': {}, 'catch': [{'errors': ['*'], 'components': [C]}]}]",
                "'components': [], 'on_error': [C]",
            })
    void takesComposersElsewhere(String members) {
        assertThat(problems(compile(members.replace("C", COMPOSER)))).isEmpty();
    }

    /** Members of a pipeline that is plugged in a branch, in which C stands for a composer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'components': [C]",
                "'components': [{'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [C]}}]",
                "'components': [{'type': 'goto', 'to': 'there'}, {'type': 'dead-end'}, {'type': 'goto-point', 'name': 'there'}, C]",
                "'components': [{'type': 'done', 'condition': '{% x %}'}, C]",
                "'components': [{'type': 'raise', 'condition': '{% x %}', 'error': {'type': 'my-own'}}, C]",
                "'components': [{'type': 'stage', 'catch': [{'errors': ['*'], 'goto': 'there'}]}, {'type': 'done'}, {'type': 'goto-point', 'name': 'there'}, C]",
                "'components': [], 'on_error': [C]",
                "'components': [{'type': 'plug', 'pipeline': 'inner'}]",
            })
    void refusesPlugsOfPipelinesThatMakeSeveralEvents(String members) {
        Compilation<Plan> compilation = compile(
                "'components': [{'type': 'parallel', 'branches': {'a': [{'type': 'plug', 'pipeline': 'outer'}]}}]",
                "{'name': 'outer', " + members.replace("C", COMPOSER) + "}",
                "{'name': 'inner', 'components': [" + COMPOSER + "]}");

        assertThat(problems(compilation)).containsExactly("composer-in-branch /components/0/branches/a/0");
        assertThat(messages(compilation)).singleElement().asString().contains("\"outer\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'components': []",
                "'components': [{'type': 'done'}, C]",
                "'components': [{'type': 'dead-end'}, C]",
                "'components': [{'type': 'raise', 'error': {'type': 'my-own'}}, C]",
                "'components': [{'type': 'goto', 'to': 'there'}, C, {'type': 'goto-point', 'name': 'there'}]",
                "'components': [{'type': 'goto', 'to': 'there', 'condition': false}, {'type': 'done'}, {'type': 'goto-point', 'name': 'there'}, C]",
                "'components': [{'type': 'plug', 'pipeline': 'gone'}]",
            })
    void takesPlugsOfPipelinesThatReachNoComposer(String members) {
        assertThat(problems(compile(
                        "'components': [{'type': 'map', 'items': [], 'components': [{'type': 'plug', 'pipeline': 'outer'}]}]",
                        "{'name': 'outer', " + members.replace("C", COMPOSER) + "}")))
                .isEmpty();
    }

    @Test
    void refusesThemInFinallyToo() {
        assertThat(problems(compile(
                        "'components': [], 'finally': [{'type': 'plug', 'pipeline': 'outer'}]",
                        "{'name': 'outer', 'components': [" + COMPOSER + "]}")))
                .containsExactly("composer-in-branch /finally/0");
    }

    @Test
    void warnsOfWhatBecameWrongLater() {
        Compilation<Plan> relinked = compiler.relink(
                pipeline("{'name': 'p', 'components': [{'type': 'map', 'items': [], 'components': ["
                        + "{'type': 'plug', 'pipeline': 'outer'}]}]}"),
                linkage("{'name': 'outer', 'components': [" + COMPOSER + "]}"));

        assertThat(warnings(relinked)).containsExactly("composer-in-branch /components/0/components/0");
        assertThat(compiled(relinked).plugged()).containsOnlyKeys("outer");
    }

    private Compilation<Plan> compile(String members, String... plugged) {
        return compiler.compile(pipeline("{'name': 'p', " + members + "}"), linkage(plugged));
    }
}
