package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.first;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatchReaderTest {
    @Test
    void readsTheThreeActions() {
        List<CatchDefinition> read =
                first(StageDefinition.class, component("""
                        {'type': 'stage', 'catch': [
                          {'errors': ['http.404', 'timeout'], 'transform': {'a': '{% $error.code %}'}},
                          {'errors': ['http.4xx'], 'components': [{'type': 'tbd'}]},
                          {'errors': ['*'], 'goto': 'p'}]}
                        """)).catches();

        assertThat(read)
                .extracting(CatchDefinition::pointer)
                .containsExactly("/components/0/catch/0", "/components/0/catch/1", "/components/0/catch/2");
        assertThat(read)
                .extracting(CatchDefinition::errors)
                .containsExactly(List.of("http.404", "timeout"), List.of("http.4xx"), List.of("*"));
        assertThat(read.getFirst().transform()).hasToString("{\"a\":\"{% $error.code %}\"}");
        assertThat(read.get(1).components())
                .containsExactly(new TbdDefinition(new Origin(null, "/components/0/catch/1/components/0")));
        assertThat(read.getLast().goTo()).isEqualTo("p");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'stage', 'catch': C}",
                "{'type': 'composer', 'compose': {'events': []}, 'catch': C}",
                "{'type': 'plug', 'pipeline': 'q', 'catch': C}",
                "{'type': 'parallel', 'branches': {}, 'catch': C}",
                "{'type': 'map', 'items': [], 'components': [], 'catch': C}",
            })
    void standsOnEveryComponentThatCanFailInside(String written) {
        ReadDefinition<PipelineDefinition> read =
                component(written.replace("C", "[{'errors': ['*'], 'transform': {}}]"));

        assertThat(first(CatchingDefinition.class, read).catches())
                .extracting(CatchDefinition::errors)
                .containsExactly(List.of("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "http.4xx", "http.5xx", "http.400", "http.599", "timeout", "all-failed", "internal"})
    void takesTheFailuresOfTheLanguage(String error) {
        ReadDefinition<PipelineDefinition> read =
                component("{'type': 'stage', 'catch': [{'errors': ['" + error + "'], 'transform': {}}]}");

        assertThat(read.problems()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"out-of-stock", "given-up", "e404", "urn:shop:out-of-stock", "https://example.com/errors/x"})
    void takesWhatRaiseMakesInsideOfAPlug(String error) {
        ReadDefinition<PipelineDefinition> read = component(
                "{'type': 'plug', 'pipeline': 'q', 'catch': [{'errors': ['" + error + "'], 'transform': {}}]}");

        assertThat(read.problems()).isEmpty();
        assertThat(read.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                             | wrong-type /components/0/catch",
                "['*']                                          | wrong-type /components/0/catch/0",
                "[{'transform': {}}]                            | missing-key /components/0/catch/0",
                "[{'errors': ['*']}]                            | missing-key /components/0/catch/0",
                "[{'errors': ['*'], 'transform': {}, 'goto': 'p'}] | bad-value /components/0/catch/0",
                "[{'errors': ['*'], 'components': [], 'goto': 'p'}] | bad-value /components/0/catch/0",
                "[{'errors': [], 'transform': {}}]              | bad-value /components/0/catch/0/errors [\"*\"]",
                "[{'errors': '*', 'transform': {}}]             | wrong-type /components/0/catch/0/errors",
                "[{'errors': ['*', 404], 'transform': {}}]      | wrong-type /components/0/catch/0/errors/1",
                "[{'errors': ['404'], 'transform': {}}]         | bad-value /components/0/catch/0/errors/0 http.404",
                "[{'errors': ['5xx'], 'transform': {}}]         | bad-value /components/0/catch/0/errors/0 http.5xx",
                "[{'errors': ['http.3xx'], 'transform': {}}]    | bad-value /components/0/catch/0/errors/0 http.4xx",
                "[{'errors': ['http.200'], 'transform': {}}]    | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['http.600'], 'transform': {}}]    | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['Timeout'], 'transform': {}}]     | bad-value /components/0/catch/0/errors/0 timeout",
                "[{'errors': ['no_branch'], 'transform': {}}]   | bad-value /components/0/catch/0/errors/0 no-branch",
                "[{'errors': [''], 'transform': {}}]            | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['**'], 'transform': {}}]          | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['{% x %}'], 'transform': {}}]     | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['*'], 'goto': '{% x %}'}]         | bad-value /components/0/catch/0/goto",
                "[{'errors': ['*'], 'goto': 5}]                 | wrong-type /components/0/catch/0/goto",
                "[{'errors': ['*'], 'components': {}}]          | wrong-type /components/0/catch/0/components",
                "[{'errors': ['*'], 'components': [{'type': 'tdb'}]}] | unknown-type /components/0/catch/0/components/0/type tbd",
                "[{'errors': ['*'], 'transform': {}, 'then': 1}] | unknown-key /components/0/catch/0/then",
                "[{'error': ['*'], 'errors': ['*'], 'transform': {}}] | unknown-key /components/0/catch/0/error errors",
            })
    void findsWhatIsWrong(String written, String problem) {
        assertThat(shown(
                        component("{'type': 'stage', 'catch': " + written + "}").problems()))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'errors': ['budget-exhausted'], 'transform': {}}] | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['loop-limit'], 'transform': {}}]       | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['too-many-events'], 'transform': {}}]  | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['tiemout'], 'transform': {}}]          | bad-value /components/0/catch/0/errors/0 timeout",
                "[{'errors': ['out-of-stock'], 'transform': {}}]     | bad-value /components/0/catch/0/errors/0",
                "[{'errors': ['*'], 'transform': {}}, {'errors': ['timeout'], 'transform': {}}] | bad-value /components/0/catch/1",
            })
    void warnsOfWhatNeverCatches(String written, String warning) {
        ReadDefinition<PipelineDefinition> read = component("{'type': 'stage', 'catch': " + written + "}");

        assertThat(read.problems()).isEmpty();
        assertThat(shown(read.warnings())).containsExactly(warning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"switch", "raise", "goto", "goto-point", "done", "dead-end", "tbd"})
    void standsOnNoOtherComponent(String type) {
        assertThat(shown(component("{'type': '" + type + "', 'catch': []}").problems()))
                .contains("unknown-key /components/0/catch");
    }
}
