package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.first;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageReaderTest {
    @Test
    void readsWhatUndoesIt() {
        StageDefinition read = first(StageDefinition.class, component("""
                {'type': 'stage', 'compensate': {'service': {'name': 's', 'function': 'undo'}, 'prepare': '{% $ %}',
                                                 'timeout': '1s', 'retry': 'patient'}}
                """));

        assertThat(read.compensation())
                .isEqualTo(new CompensationDefinition(
                        "/components/0/compensate",
                        new FunctionReference("s", "undo"),
                        TextNode.valueOf("{% $ %}"),
                        Duration.ofSeconds(1),
                        new RetryReference.Named("patient", "/components/0/compensate/retry")));
        assertThat(first(StageDefinition.class, component("{'type': 'stage'}")).compensation())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                     | wrong-type /components/0/compensate",
                "{}                                                     | missing-key /components/0/compensate",
                "{'service': 'x'}                                       | wrong-type /components/0/compensate/service",
                "{'service': {'name': 'x'}}                             | missing-key /components/0/compensate/service",
                "{'service': {'name': '{% x %}', 'function': 'f'}}      | bad-value /components/0/compensate/service/name",
                "{'service': {'name': 's', 'function': 'f'}, 'timeout': 5} | wrong-type /components/0/compensate/timeout",
                "{'service': {'name': 's', 'function': 'f'}, 'retry': 5} | wrong-type /components/0/compensate/retry",
                "{'service': {'name': 's', 'function': 'f'}, 'retry': {'delay': 5}} | wrong-type /components/0/compensate/retry/delay",
                "{'service': {'name': 's', 'function': 'f'}, 'transform': {}} | unknown-key /components/0/compensate/transform",
            })
    void findsWhatIsWrong(String compensate, String problem) {
        assertThat(shown(component("{'type': 'stage', 'compensate': " + compensate + "}")
                        .problems()))
                .containsExactly(problem);
    }

    @Test
    void isTheOnlyComponentThatCanBeUndone() {
        assertThat(shown(component("{'type': 'plug', 'pipeline': 'q', 'compensate': {}}")
                        .problems()))
                .containsExactly("unknown-key /components/0/compensate");
    }
}
