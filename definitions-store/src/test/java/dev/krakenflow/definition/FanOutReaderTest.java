package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.first;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FanOutReaderTest {
    @Test
    void readsAParallel() {
        ParallelDefinition read = first(ParallelDefinition.class, component("""
                {'type': 'parallel', 'name': 'n', 'condition': '{% a %}', 'mode': 'settled', 'concurrency_limit': 2,
                 'branches': {'b': [{'type': 'tbd'}], 'a': []}, 'transform': {'x': '{% b.y %}'}, 'timeout': '1s',
                 'catch': [{'errors': ['all-failed'], 'transform': {}}]}
                """));

        assertThat(read.origin()).isEqualTo(new Origin("n", "/components/0"));
        assertThat(read.condition()).hasToString("\"{% a %}\"");
        assertThat(read.mode()).isEqualTo("settled");
        assertThat(read.concurrencyLimit()).isEqualTo(2);
        assertThat(read.branches())
                .containsOnlyKeys("b", "a")
                .extractingByKey("b")
                .asList()
                .containsExactly(new TbdDefinition(new Origin(null, "/components/0/branches/b/0")));
        assertThat(read.branches().keySet()).containsExactly("b", "a");
        assertThat(read.transform()).hasToString("{\"x\":\"{% b.y %}\"}");
        assertThat(read.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(read.catches()).hasSize(1);
    }

    @Test
    void readsAMap() {
        MapDefinition read = first(MapDefinition.class, component("""
                {'type': 'map', 'condition': true, 'items': '{% l %}', 'as': 'it', 'at': 'i', 'mode': 'all',
                 'components': [{'type': 'done'}], 'concurrency_limit': 10000, 'max_items': 100000,
                 'transform': '{% $ %}', 'timeout': 'PT1M', 'catch': [{'errors': ['*'], 'goto': 'p'}]}
                """));

        assertThat(read.items()).hasToString("\"{% l %}\"");
        assertThat(read.as()).isEqualTo("it");
        assertThat(read.at()).isEqualTo("i");
        assertThat(read.mode()).isEqualTo("all");
        assertThat(read.components())
                .containsExactly(new DoneDefinition(new Origin(null, "/components/0/components/0"), null));
        assertThat(read.concurrencyLimit()).isEqualTo(10_000);
        assertThat(read.maxItems()).isEqualTo(100_000);
        assertThat(read.transform()).hasToString("\"{% $ %}\"");
        assertThat(read.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(read.catches()).extracting(CatchDefinition::goTo).containsExactly("p");
    }

    @Test
    void leavesOutWhatWasNotWritten() {
        Origin origin = new Origin(null, "/components/0");

        assertThat(first(ParallelDefinition.class, component("{'type': 'parallel', 'branches': {}}")))
                .isEqualTo(new ParallelDefinition(origin, null, Map.of(), null, null, null, null, List.of()));
        assertThat(first(MapDefinition.class, component("{'type': 'map', 'items': null, 'components': []}")))
                .isEqualTo(new MapDefinition(
                        origin,
                        null,
                        NullNode.instance,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'parallel'}                                             | missing-key /components/0",
                "{'type': 'parallel', 'branches': []}                             | wrong-type /components/0/branches",
                "{'type': 'parallel', 'branches': {'a/b': {}}}                    | wrong-type /components/0/branches/a~1b",
                "{'type': 'parallel', 'branches': {'errors': []}}                 | reserved-name /components/0/branches/errors",
                "{'type': 'parallel', 'branches': {'a': [{'type': 'parallel', 'branches': {'errors': []}}]}} | reserved-name /components/0/branches/a/0/branches/errors",
                "{'type': 'parallel', 'branches': {'a': [{'type': 'stge'}]}}      | unknown-type /components/0/branches/a/0/type stage",
                "{'type': 'parallel', 'branches': {}, 'mode': 'settle'}           | bad-value /components/0/mode settled",
                "{'type': 'parallel', 'branches': {}, 'mode': '{% m %}'}          | bad-value /components/0/mode",
                "{'type': 'parallel', 'branches': {}, 'mode': 1}                  | wrong-type /components/0/mode",
                "{'type': 'parallel', 'branches': {}, 'concurrency_limit': 0}     | bad-value /components/0/concurrency_limit",
                "{'type': 'parallel', 'branches': {}, 'concurrency_limit': 10001} | bad-value /components/0/concurrency_limit",
                "{'type': 'parallel', 'branches': {}, 'timeout': '{% t %}'}       | bad-duration /components/0/timeout \"250ms\", \"2s\", \"1m\" or \"PT2S\"",
                "{'type': 'parallel', 'branches': {}, 'retry': {}}                | unknown-key /components/0/retry",
                "{'type': 'parallel', 'branch': {}, 'branches': {}}               | unknown-key /components/0/branch branches",
                "{'type': 'Parallel', 'branches': {}}                             | unknown-type /components/0/type parallel",
                "{'type': 'map', 'components': []}                                | missing-key /components/0",
                "{'type': 'map', 'items': []}                                     | missing-key /components/0",
                "{'type': 'map', 'items': [], 'components': {}}                   | wrong-type /components/0/components",
                "{'type': 'map', 'items': [], 'components': [5]}                  | wrong-type /components/0/components/0",
                "{'type': 'map', 'items': [], 'components': [], 'mode': 'any'}    | bad-value /components/0/mode",
                "{'type': 'map', 'items': [], 'components': [], 'mode': 'al'}     | bad-value /components/0/mode all",
                "{'type': 'map', 'items': [], 'components': [], 'max_items': 0}   | bad-value /components/0/max_items",
                "{'type': 'map', 'items': [], 'components': [], 'max_items': 100001} | bad-value /components/0/max_items",
                "{'type': 'map', 'items': [], 'components': [], 'maxItems': 10}   | unknown-key /components/0/maxItems max_items",
                "{'type': 'map', 'items': [], 'components': [], 'as': ''}         | bad-value /components/0/as",
                "{'type': 'map', 'items': [], 'components': [], 'as': '{% x %}'}  | bad-value /components/0/as",
                "{'type': 'map', 'items': [], 'components': [], 'at': 5}          | wrong-type /components/0/at",
                "{'type': 'map', 'items': [], 'components': [], 'as': 'x', 'at': 'x'} | bad-value /components/0/at",
                "{'type': 'map', 'items': [], 'components': [], 'at': 'item'}     | bad-value /components/0/at",
                "{'type': 'map', 'items': [], 'components': [], 'branches': {}}   | unknown-key /components/0/branches",
            })
    void findsWhatIsWrong(String written, String problem) {
        assertThat(shown(component(written).problems())).containsExactly(problem);
    }

    @Test
    void saysThatOnlyAParallelHasTheModeAny() {
        assertThat(component("{'type': 'map', 'items': [], 'components': [], 'mode': 'any'}")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("only a parallel can have the mode any: a map has all or settled");
    }

    @Test
    void warnsOfFailuresThatNobodySees() {
        String branches = "{'type': 'parallel', 'branches': {}, 'mode': 'settled'";

        assertThat(shown(component(branches + "}").warnings())).containsExactly("missing-key /components/0");
        assertThat(component(branches + ", 'transform': {}}").warnings()).isEmpty();
    }

    @Test
    void takesTheDefaultNameOfTheItemAsTheNameOfTheIndexWhenTheItemHasAnother() {
        assertThat(component("{'type': 'map', 'items': [], 'components': [], 'as': 'x', 'at': 'item'}")
                        .problems())
                .isEmpty();
    }
}
