package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.pipeline;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineReaderTest {
    @Test
    void readsWhatIsDoneAtTheEndOfARun() {
        ReadDefinition<PipelineDefinition> read = pipeline("""
                {'name': 'p', 'components': [], 'on_error': [{'type': 'tbd'}], 'finally': [], 'finally_timeout': '1m'}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().handlers())
                .isEqualTo(new HandlersDefinition(
                        List.of(new TbdDefinition(new Origin(null, "/on_error/0"))), List.of(), Duration.ofMinutes(1)));
    }

    @Test
    void readsWhatMakesTwoEventsTheSame() {
        ReadDefinition<PipelineDefinition> read =
                pipeline("{'name': 'p', 'components': [], 'idempotency': {'key': '{% id %}', 'ttl': 'P30D'}}");

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().idempotency())
                .isEqualTo(
                        new IdempotencyDefinition("/idempotency", TextNode.valueOf("{% id %}"), Duration.ofDays(30)));
    }

    @Test
    void hasNeitherUnlessTheyAreWritten() {
        PipelineDefinition read = pipeline("{'name': 'p', 'components': []}").definition();

        assertThat(read.handlers()).isEqualTo(HandlersDefinition.NONE);
        assertThat(read.idempotency()).isNull();
        assertThat(read.policies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'on_error': {}                              | wrong-type /on_error",
                "'on_error': [5]                             | wrong-type /on_error/0",
                "'on_error': [{'type': 'stage', 'x': 1}]     | unknown-key /on_error/0/x",
                "'finally': null                             | wrong-type /finally",
                "'finally': [{'type': 'goto'}]               | missing-key /finally/0",
                "'finally_timeout': 5                        | wrong-type /finally_timeout",
                "'finally_timeout': '61s'                    | bad-duration /finally_timeout",
                "'finally_timeout': '0ms'                    | bad-duration /finally_timeout",
                "'idempotency': 'x'                          | wrong-type /idempotency",
                "'idempotency': {}                           | missing-key /idempotency",
                "'idempotency': {'key': 'x', 'ttl': 'P31D'}  | bad-duration /idempotency/ttl",
                "'idempotency': {'key': 'x', 'ttl': '1d'}    | bad-duration /idempotency/ttl \"P1D\"",
                "'idempotency': {'key': 'x', 'scope': 'all'} | unknown-key /idempotency/scope",
                "'catch': []                                 | unknown-key /catch",
                "'onError': []                               | unknown-key /onError on_error",
                "'retry': {}                                 | unknown-key /retry",
            })
    void findsWhatIsWrong(String keys, String problem) {
        assertThat(shown(pipeline("{'name': 'p', 'components': [], " + keys + "}")
                        .problems()))
                .containsExactly(problem);
    }

    @Test
    void findsAllProblemsInDocumentOrder() {
        ReadDefinition<PipelineDefinition> read = pipeline("""
                {'idempotency': {}, 'name': 'p', 'finally': [{'type': 'raise'}],
                 'components': [
                   {'type': 'map', 'catch': [{'errors': [5], 'goto': 1}], 'components': [{'type': 'x'}], 'mode': 'any'},
                   {'type': 'stage', 'compensate': {}, 'retry': {'on': ['x.y']}}],
                 'policies': {'a': 5}}
                """);

        assertThat(shown(read.document().inOrder(read.problems())))
                .containsExactly(
                        "missing-key /idempotency",
                        "missing-key /finally/0",
                        "missing-key /components/0",
                        "wrong-type /components/0/catch/0/errors/0",
                        "wrong-type /components/0/catch/0/goto",
                        "unknown-type /components/0/components/0/type",
                        "bad-value /components/0/mode",
                        "missing-key /components/1/compensate",
                        "bad-value /components/1/retry/on/0",
                        "wrong-type /policies/a");
    }

    @Test
    void tellsWhatIsUsedInsideOfComponentsAndHandlers() {
        Uses uses = pipeline("""
                {'name': 'p', 'components': [
                   {'type': 'stage', 'service': {'name': 's1', 'function': 'f'},
                    'compensate': {'service': {'name': 's2', 'function': 'f'}},
                    'catch': [{'errors': ['*'], 'components': [{'type': 'stage', 'helpers': ['h1'],
                                                                'service': {'name': 's3', 'function': 'f'}}]}]},
                   {'type': 'parallel', 'branches': {'a': [
                     {'type': 'map', 'items': [], 'components': [{'type': 'plug', 'pipeline': 'p1', 'helpers': ['h2']}],
                      'catch': [{'errors': ['*'], 'components': [{'type': 'plug', 'pipeline': 'p2'}]}]}]}}],
                 'on_error': [{'type': 'stage', 'service': {'name': 's4', 'function': 'f'}}],
                 'finally': [{'type': 'raise', 'error': {'type': 'x'}, 'helpers': ['h3']},
                             {'type': 'stage', 'service': {'name': 's5', 'function': 'f'}}]}
                """).definition().uses();

        assertThat(uses.services()).containsExactly("s1", "s2", "s3", "s4", "s5");
        assertThat(uses.pipelines()).containsExactly("p1", "p2");
        assertThat(uses.helpers()).containsExactly("h1", "h2", "h3");
    }
}
