package dev.krakenflow.compiler;

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

class UndoChecksTest {
    private static final String COMPOSER = "{'type': 'composer', 'name': 'split', 'compose': {'events': []}}";
    private static final String UNDONE = "{'type': 'stage', 'compensate': {'service': {'name': 's', 'function': 'f'}}}";

    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    /** Members of a pipeline in which C stands for a composer and U for a stage that is undone, and the problem's pointer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'components': [U, C]                                                              | /components/0/compensate",
                "'components': [U, {'type': 'stage'}, C]                                           | /components/0/compensate",
                "'components': [U, {'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [C]}}] | /components/0/compensate",
                "'components': [{'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [U]}}, C] | /components/0/branches/y/0/compensate",
                "'components': [{'type': 'goto-point', 'name': 'top'}, C, U, {'type': 'goto', 'to': 'top', 'condition': '{% x %}'}] | /components/2/compensate",
                "'components': [U, {'type': 'goto', 'to': 'there'}, {'type': 'done'}, {'type': 'goto-point', 'name': 'there'}, C] | /components/0/compensate",
                "'components': [U, {'type': 'stage', 'catch': [{'errors': ['*'], 'components': [C]}]}] | /components/0/compensate",
                "'components': [U, {'type': 'stage', 'catch': [{'errors': ['*'], 'goto': 'there'}]}, {'type': 'done'}, {'type': 'goto-point', 'name': 'there'}, C] | /components/0/compensate",
                "'components': [{'type': 'stage', 'catch': [{'errors': ['*'], 'components': [U]}]}, C] | /components/0/catch/0/components/0/compensate",
                "'components': [{'type': 'parallel', 'branches': {'a': [U]}}, C]                  | /components/0/branches/a/0/compensate",
                "'components': [{'type': 'map', 'items': [], 'components': [U, {'type': 'done'}]}, {'type': 'stage'}, C] | /components/0/components/0/compensate",
                "'components': [{'type': 'parallel', 'branches': {'a': [{'type': 'map', 'items': [], 'components': [U]}]}}, C] | /components/0/branches/a/0/components/0/compensate",
                "'components': [{'type': 'parallel', 'branches': {'a': [U]}, 'catch': [{'errors': ['*'], 'components': [C]}]}] | /components/0/branches/a/0/compensate",
                "'components': [], 'on_error': [U, C]                                              | /on_error/0/compensate",
                "'components': [U, {'type': 'plug', 'pipeline': 'splits'}]                         | /components/0/compensate",
                "'components': [{'type': 'plug', 'pipeline': 'undoes'}, C]                         | /components/0/pipeline",
                "'components': [{'type': 'plug', 'pipeline': 'undoes-inside'}, C]                  | /components/0/pipeline",
                "'components': [{'type': 'plug', 'pipeline': 'undoes'}, {'type': 'plug', 'pipeline': 'splits'}] | /components/0/pipeline",
                "'components': [{'type': 'parallel', 'branches': {'a': [{'type': 'plug', 'pipeline': 'undoes'}]}}, C] | /components/0/branches/a/0/pipeline",
            })
    void refusesToUndoWhatIsSplitLater(String members, String pointer) {
        assertThat(problems(compile(members))).containsExactly("composer-after-compensate " + pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'components': [C, U]",
                "'components': [U, {'type': 'done'}, C]",
                "'components': [U, {'type': 'dead-end'}, C]",
                "'components': [U, {'type': 'raise', 'error': {'type': 'my-own'}}, C]",
                "'components': [{'type': 'switch', 'condition': '{% x %}', 'branches': {'y': [U], 'z': [C]}}]",
                "'components': [U], 'on_error': [C]",
                "'components': [U, {'type': 'plug', 'pipeline': 'undoes'}]",
                "'components': [C, {'type': 'plug', 'pipeline': 'undoes'}]",
                "'components': [{'type': 'stage', 'catch': [{'errors': ['*'], 'components': [C, U]}]}]",
            })
    void takesWhatIsNotSplitLater(String members) {
        assertThat(problems(compile(members))).isEmpty();
    }

    @Test
    void reportsEachStageOnceAndNamesWhatSplits() {
        Compilation<Plan> compilation =
                compile("'components': [U, U, C, {'type': 'plug', 'name': 'p', 'pipeline': 'splits'}, U]");

        assertThat(problems(compilation))
                .containsExactly(
                        "composer-after-compensate /components/0/compensate",
                        "composer-after-compensate /components/1/compensate");
        assertThat(messages(compilation)).allMatch(it -> it.contains("the composer \"split\""));
        assertThat(messages(compile("'components': [U, {'type': 'plug', 'pipeline': 'splits'}]")))
                .allMatch(it -> it.contains("the pipeline \"splits\""));
    }

    @Test
    void warnsOfWhatBecameWrongLater() {
        Compilation<Plan> relinked = compiler.relink(
                pipeline("{'name': 'p', 'components': [" + UNDONE + ", {'type': 'plug', 'pipeline': 'q'}]}"),
                linkage("{'name': 'q', 'components': [" + COMPOSER + "]}"));

        assertThat(warnings(relinked)).contains("composer-after-compensate /components/0/compensate");
    }

    private Compilation<Plan> compile(String members) {
        String definition =
                "{'name': 'p', " + members.replaceAll("\\bU\\b", UNDONE).replaceAll("\\bC\\b", COMPOSER) + "}";
        return compiler.compile(
                pipeline(definition),
                linkage(
                        "{'name': 'splits', 'components': [" + COMPOSER + "]}",
                        "{'name': 'undoes', 'components': [" + UNDONE + "]}",
                        "{'name': 'undoes-inside', 'components': [{'type': 'parallel', 'branches': {'a': ["
                                + "{'type': 'plug', 'pipeline': 'undoes'}]}}]}"));
    }
}
