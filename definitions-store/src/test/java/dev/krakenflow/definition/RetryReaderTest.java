package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.first;
import static dev.krakenflow.definition.WrittenText.function;
import static dev.krakenflow.definition.WrittenText.pipeline;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryReaderTest {
    @Test
    void hasDefaultsForAllThatIsNotWritten() {
        assertThat(function("{'retry': {}}").definition().functions().get("f").retry())
                .isEqualTo(defaults("/interface/f/retry"));
    }

    @Test
    void readsAllKeys() {
        ReadDefinition<ServiceDefinition> read = function("""
                {'retry': {'on': ['http.503', '*'], 'max_attempts': 100, 'delay': '1ms', 'backoff_rate': 1.5,
                           'max_delay': '2s', 'jitter': false, 'when': '{% a %}', 'unsafe': true}}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().functions().get("f").retry())
                .isEqualTo(new RetryDefinition(
                        "/interface/f/retry",
                        List.of("http.503", "*"),
                        100,
                        Duration.ofMillis(1),
                        1.5,
                        Duration.ofSeconds(2),
                        false,
                        TextNode.valueOf("{% a %}"),
                        true));
    }

    @Test
    void readsThePolicyOfAStage() {
        StageDefinition own = first(StageDefinition.class, component("{'type': 'stage', 'retry': {}}"));
        StageDefinition named = first(StageDefinition.class, component("{'type': 'stage', 'retry': 'patient'}"));

        assertThat(own.retry()).isEqualTo(new RetryReference.Own(defaults("/components/0/retry")));
        assertThat(named.retry()).isEqualTo(new RetryReference.Named("patient", "/components/0/retry"));
    }

    @Test
    void readsThePoliciesOfAPipeline() {
        ReadDefinition<PipelineDefinition> read =
                pipeline("{'name': 'p', 'components': [], 'policies': {'a/b': {}, 'c': {'max_attempts': 1}}}");

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().policies())
                .containsOnlyKeys("a/b", "c")
                .containsAllEntriesOf(Map.of("a/b", defaults("/policies/a~1b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'patient'                       | wrong-type",
                "5                               | wrong-type",
                "null                            | wrong-type",
                "{'on': 'timeout'}               | wrong-type /on",
                "{'on': [429]}                   | wrong-type /on/0",
                "{'on': ['429']}                 | bad-value /on/0 http.429",
                "{'on': ['tiemout']}             | bad-value /on/0 timeout",
                "{'on': ['out-of-stock']}        | bad-value /on/0",
                "{'on': ['{% x %}']}             | bad-value /on/0",
                "{'max_attempts': 0}             | bad-value /max_attempts",
                "{'max_attempts': 101}           | bad-value /max_attempts",
                "{'delay': 50}                   | wrong-type /delay",
                "{'delay': '0ms'}                | bad-duration /delay",
                "{'max_delay': 'long'}           | bad-duration /max_delay \"250ms\", \"2s\", \"1m\" or \"PT2S\"",
                "{'backoff_rate': 0.5}           | bad-value /backoff_rate",
                "{'backoff_rate': 10.1}          | bad-value /backoff_rate",
                "{'backoff_rate': '2'}           | wrong-type /backoff_rate",
                "{'jitter': 'no'}                | wrong-type /jitter",
                "{'unsafe': 1}                   | wrong-type /unsafe",
                "{'attempts': 3}                 | unknown-key /attempts max_attempts",
                "{'maxAttempts': 3}              | unknown-key /maxAttempts max_attempts",
            })
    void findsWhatIsWrong(String retry, String problem) {
        String shown = problem.contains("/")
                ? problem.replaceFirst(" /", " /interface/f/retry/")
                : problem + " /interface/f/retry";

        assertThat(shown(function("{'retry': " + retry + "}").problems())).containsExactly(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'components': [{'type': 'stage', 'retry': 5}]         | wrong-type /components/0/retry",
                "'components': [{'type': 'stage', 'retry': null}]      | wrong-type /components/0/retry",
                "'components': [{'type': 'stage', 'retry': '{% x %}'}] | bad-value /components/0/retry",
                "'components': [{'type': 'stage', 'retry': {'on': 5}}] | wrong-type /components/0/retry/on",
                "'components': [{'type': 'plug', 'pipeline': 'x', 'retry': {}}] | unknown-key /components/0/retry",
                "'components': [], 'policies': []                      | wrong-type /policies",
                "'components': [], 'policies': {'a': 'b'}              | wrong-type /policies/a",
                "'components': [], 'policies': {'': {}}                | bad-name /policies/",
                "'components': [], 'policies': {'{% x %}': {}}         | bad-name /policies/{% x %}",
                "'components': [], 'policies': {'a': {'retry': {}}}    | unknown-key /policies/a/retry",
            })
    void findsWhatIsWrongInAPipeline(String keys, String problem) {
        assertThat(shown(pipeline("{'name': 'p', " + keys + "}").problems())).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'on': ['circuit-open']}        | bad-value /interface/f/retry/on/0",
                "{'on': ['budget-exhausted']}    | bad-value /interface/f/retry/on/0",
                "{'delay': '2s'}                 | bad-value /interface/f/retry/delay",
            })
    void warnsOfWhatHasNoEffect(String retry, String warning) {
        ReadDefinition<ServiceDefinition> read = function("{'retry': " + retry + "}");

        assertThat(read.problems()).isEmpty();
        assertThat(shown(read.warnings())).containsExactly(warning);
    }

    @Test
    void saysWhyAFunctionCannotNameAPolicy() {
        assertThat(function("{'retry': 'patient'}").problems().getFirst().message())
                .contains("a service belongs to no pipeline");
    }

    private static RetryDefinition defaults(String pointer) {
        return new RetryDefinition(
                pointer,
                List.of("timeout", "communication", "http.429", "http.5xx"),
                3,
                Duration.ofMillis(50),
                2,
                Duration.ofSeconds(1),
                true,
                null,
                false);
    }
}
