package dev.krakenflow.definition;

import static dev.krakenflow.definition.WrittenText.component;
import static dev.krakenflow.definition.WrittenText.document;
import static dev.krakenflow.definition.WrittenText.pipeline;
import static dev.krakenflow.definition.WrittenText.service;
import static dev.krakenflow.definition.WrittenText.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionReaderTest {
    private final DefinitionReader reader = new DefinitionReader();

    @Test
    void readsAPipeline() {
        ReadDefinition<PipelineDefinition> read = pipeline("""
                {'name': 'p', 'description': 'what it does', 'timeout': '2s', 'concurrency': 4, 'max_hops': 7,
                 'max_components': 8, 'max_events': 9, 'max_deliveries': 10, 'input': {'a': {}}, 'output': {'b': {}},
                 'components': [
                   {'type': 'stage', 'name': 's', 'service': {'name': 'x', 'function': 'f'}, 'prepare': {'a': 1},
                    'transform': {'b': 2}, 'remove': ['c'], 'condition': true, 'timeout': '1s'},
                   {'type': 'switch', 'condition': '{% a %}', 'branches': {
                     'one': [{'type': 'stage', 'service': {'name': 'y', 'function': 'g'}}], 'two': []}},
                   {'type': 'goto-point', 'name': 'p'}, {'type': 'goto', 'to': 'p', 'condition': false},
                   {'type': 'done', 'condition': '{% b %}'}, {'type': 'dead-end'}, {'type': 'tbd', 'name': 'later'}]}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        PipelineDefinition pipeline = read.definition();
        assertThat(pipeline.uses()).isEqualTo(new Uses(Set.of("x", "y"), Set.of(), Set.of()));
        assertThat(pipeline.limits()).isEqualTo(new LimitsDefinition(Duration.ofSeconds(2), 4, 7L, 8L, 9, 10));
        assertThat(pipeline.components())
                .extracting(ComponentDefinition::type)
                .containsExactly("stage", "switch", "goto-point", "goto", "done", "dead-end", "tbd");
        assertThat(pipeline.components().get(1))
                .isInstanceOfSatisfying(
                        SwitchDefinition.class,
                        it -> assertThat(it.branches().get("one").getFirst().origin())
                                .isEqualTo(new Origin(null, "/components/1/branches/one/0")));
    }

    @Test
    void readsAService() {
        ReadDefinition<ServiceDefinition> read = service("""
                {'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'https://example.com'}},
                 'interface': {'f': {'input': {}, 'prepare': {'path': '/'}, 'call': {}, 'transform': {}, 'output': {},
                                     'error': {}, 'timeout': '1s'}}}
                """);

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().functions().get("f").timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(read.definition().functions().get("f").pointer()).isEqualTo("/interface/f");
    }

    @Test
    void tellsWhatADefinitionUses() {
        PipelineDefinition pipeline = pipeline("""
                        {'name': 'p', 'helpers': ['h1'], 'components': [
                          {'type': 'stage', 'helpers': ['h2', 'h1'], 'service': {'name': 's1', 'function': 'f'}},
                          {'type': 'switch', 'condition': '{% x %}', 'helpers': ['h3'], 'branches': {'b': [
                            {'type': 'plug', 'pipeline': 'q'},
                            {'type': 'composer', 'service': {'name': 's2', 'function': 'f'}, 'compose': {'events': []}}]}}]}
                        """).definition();
        ServiceDefinition service = service(
                        "{'name': 's', 'helpers': ['h'], 'client': {'module': 'kv'}, 'interface': {}}")
                .definition();

        assertThat(pipeline.uses().services()).containsExactly("s1", "s2");
        assertThat(pipeline.uses().helpers()).containsExactly("h1", "h2", "h3");
        assertThat(pipeline.uses().pipelines()).containsExactly("q");
        assertThat(service.uses()).isEqualTo(new Uses(Set.of(), Set.of("h"), Set.of()));
    }

    @Test
    void readsRoutes() {
        ReadDefinition<Routes> read = reader.routes(document("{'order.placed': 'orders', '': 'any'}"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.definition().pipelines()).isEqualTo(Map.of("order.placed", "orders", "", "any"));
        assertThat(reader.routes(document("{}")).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                  | wrong-type",
                "null                | wrong-type",
                "{'a/b': 5, 'c': 'p'} | wrong-type /a~1b",
                "{'a': null}         | wrong-type /a",
                "{'a': '{% x %}'}    | bad-name /a",
                "{'a': ''}           | bad-name /a",
            })
    void findsWhatIsWrongWithRoutes(String routes, String problem) {
        assertThat(shown(reader.routes(document(routes)).problems())).containsExactly(problem);
    }

    /** Components as they stand in a pipeline, and all problems as {@code <code> <pointer> [hint]}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'Stage'}                                    | unknown-type /components/0/type stage",
                "{'type': 'goto_point', 'name': 'x'}                  | unknown-type /components/0/type goto-point",
                "{'type': 'GotoPoint', 'name': 'x'}                   | unknown-type /components/0/type goto-point",
                "{'type': 'dead_end'}                                 | unknown-type /components/0/type dead-end",
                "{'type': 'stge'}                                     | unknown-type /components/0/type stage",
                "{'type': 'loop'}                                     | unknown-type /components/0/type",
                "{'type': 'clone', 'to': 'x'}                         | unknown-type /components/0/type composer",
                "{'type': 'decomposer'}                               | unknown-type /components/0/type composer",
                "{'type': 'Recomposer'}                               | unknown-type /components/0/type composer",
                "{'type': 'composer', 'compose': {}}                  | missing-key /components/0/compose",
                "{'type': 'composer', 'compose': []}                  | wrong-type /components/0/compose",
                "{'type': 'composer', 'compose': {'events': []}, 'timeout': '1s'} | unknown-key /components/0/timeout",
                "{'type': 'plug'}                                     | missing-key /components/0",
                "{'type': 'plug', 'pipeline': '{% x %}'}              | bad-value /components/0/pipeline",
                "{'type': 'plug', 'pipeline': 'x', 'service': {}}     | unknown-key /components/0/service",
                "{'type': 'stage', 'helpers': ['x', {}]}              | wrong-type /components/0/helpers/1",
                "{'type': 5}                                          | wrong-type /components/0/type",
                "{'name': 'x'}                                        | missing-key /components/0",
                "'stage'                                              | wrong-type /components/0",
                "{'type': 'stage', 'conditon': true}                  | unknown-key /components/0/conditon condition",
                "{'type': 'done', 'prepare': {}}                      | unknown-key /components/0/prepare",
                "{'type': 'stage', 'name': ''}                        | bad-name /components/0/name",
                "{'type': 'stage', 'name': '{% x %}'}                 | bad-name /components/0/name",
                "{'type': 'stage', 'name': 'a\\u0001'}                | bad-name /components/0/name",
                "{'type': 'stage', 'name': 5}                         | wrong-type /components/0/name",
                "{'type': 'stage', 'service': 'x'}                    | wrong-type /components/0/service",
                "{'type': 'stage', 'service': {'name': 'x'}}          | missing-key /components/0/service",
                "{'type': 'stage', 'service': {'name': '{% n %}', 'function': 'f'}} | bad-value /components/0/service/name",
                "{'type': 'stage', 'service': {'name': 'x', 'function': 'f', 'fn': 1}} | unknown-key /components/0/service/fn",
                "{'type': 'stage', 'remove': 'x'}                     | wrong-type /components/0/remove",
                "{'type': 'stage', 'remove': ['x', 5]}                | wrong-type /components/0/remove/1",
                "{'type': 'stage', 'remove': ['{% x %}']}             | bad-value /components/0/remove/0",
                "{'type': 'stage', 'timeout': 5}                      | wrong-type /components/0/timeout",
                "{'type': 'stage', 'timeout': '{% 5 %}'}              | bad-duration /components/0/timeout \"250ms\", \"2s\", \"1m\" or \"PT2S\"",
                "{'type': 'stage', 'timeout': '0s'}                   | bad-duration /components/0/timeout",
                "{'type': 'stage', 'timeout': '1d'}                   | bad-duration /components/0/timeout \"P1D\"",
                "{'type': 'stage', 'timeout': 'PT25H'}                | bad-duration /components/0/timeout",
                "{'type': 'stage', 'timeout': '-PT1S'}                | bad-duration /components/0/timeout",
                "{'type': 'switch', 'condition': '{% x %}'}           | missing-key /components/0",
                "{'type': 'switch', 'branches': {}}                   | missing-key /components/0",
                "{'type': 'switch', 'condition': '{% x %}', 'branches': []}     | wrong-type /components/0/branches",
                "{'type': 'switch', 'condition': '{% x %}', 'branches': {'a/b': {}}} | wrong-type /components/0/branches/a~1b",
                "{'type': 'goto'}                                     | missing-key /components/0",
                "{'type': 'goto', 'to': '{% x %}'}                    | bad-value /components/0/to",
                "{'type': 'goto-point'}                               | missing-key /components/0",
            })
    void findsWhatIsWrongWithAComponent(String written, String problem) {
        assertThat(shown(component(written).problems())).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                                   | wrong-type ``",
                "{'components': []}                                   | missing-key ``",
                "{'name': 'p'}                                        | missing-key ``",
                "{'name': 'p', 'components': {}}                      | wrong-type /components",
                "{'name': 'p', 'components': null}                    | wrong-type /components",
                "{'name': '-p', 'components': []}                     | bad-name /name",
                "{'name': 'a b', 'components': []}                    | bad-name /name",
                "{'name': 'ü', 'components': []}                      | bad-name /name",
                "{'name': 5, 'components': []}                        | wrong-type /name",
                "{'name': 'p', 'components': [], 'timeuot': '1s'}     | unknown-key /timeuot timeout",
                "{'name': 'p', 'components': [], 'triggers': {}}      | wrong-type /triggers",
                "{'name': 'p', 'components': [], 'max_deliveries': 0} | bad-value /max_deliveries",
                "{'name': 'p', 'components': [], 'max_deliveries': 101} | bad-value /max_deliveries",
                "{'name': 'p', 'components': [], 'max_deliveries': '5'} | wrong-type /max_deliveries",
                "{'name': 'p', 'components': [], 'timeout': '1 s'}    | bad-duration /timeout \"250ms\", \"2s\", \"1m\" or \"PT2S\"",
                "{'name': 'p', 'components': [], 'concurrency': 0}    | bad-value /concurrency",
                "{'name': 'p', 'components': [], 'concurrency': '4'}  | wrong-type /concurrency",
                "{'name': 'p', 'components': [], 'concurrency': 1.5}  | bad-value /concurrency",
                "{'name': 'p', 'components': [], 'max_hops': 10000001} | bad-value /max_hops",
                "{'name': 'p', 'components': [], 'max_components': 100000001} | bad-value /max_components",
                "{'name': 'p', 'components': [], 'max_events': -1}    | bad-value /max_events",
                "{'name': 'p', 'components': [], 'max_events': 123456789012345678901234567890} | bad-value /max_events",
                "{'name': 'p', 'components': [], 'description': 5}    | wrong-type /description",
            })
    void findsWhatIsWrongWithAPipeline(String definition, String problem) {
        assertThat(shown(pipeline(definition).problems()))
                .containsExactly(problem.replace("`", "").strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 's', 'interface': {}}                                       | missing-key",
                "{'name': 's', 'client': {'module': 'http'}}                          | missing-key",
                "{'name': 's', 'client': 'http', 'interface': {}}                     | wrong-type /client",
                "{'name': 's', 'client': {}, 'interface': {}}                         | missing-key /client",
                "{'name': 's', 'client': {'module': 'http', 'strat': {}}, 'interface': {}} | unknown-key /client/strat start",
                "{'name': 's', 'client': {'module': 'http', 'start': []}, 'interface': {}} | wrong-type /client/start",
                "{'name': 's', 'client': {'module': 'http', 'stop': {}}, 'interface': {}} | kraken-only /client/stop leave it out",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': {}, 'helpers': [5]} | wrong-type /helpers/0",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': []}         | wrong-type /interface",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': {'f': 5}}   | wrong-type /interface/f",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': {'': {}}}   | bad-name /interface/",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': {'f': {'call': 5}}} | wrong-type /interface/f/call",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': {'f': {'prepar': {}}}} | unknown-key /interface/f/prepar prepare",
                "{'name': 's', 'client': {'module': 'http'}, 'interface': {'f': {'timeout': 'x'}}} | bad-duration /interface/f/timeout \"250ms\", \"2s\", \"1m\" or \"PT2S\"",
            })
    void findsWhatIsWrongWithAService(String definition, String problem) {
        assertThat(shown(service(definition).problems())).containsExactly(problem);
    }

    @Test
    void acceptsWhatOnlyKrakenNeedsWithAWarning() {
        ReadDefinition<PipelineDefinition> read =
                pipeline("{'name': 'p', 'components': [{'type': 'stage', 'count': 5}]}");

        assertThat(read.problems()).isEmpty();
        assertThat(shown(read.warnings())).containsExactly("kraken-only /components/0/count");
    }

    @Test
    void readsOnAfterEveryProblem() {
        ReadDefinition<PipelineDefinition> read = pipeline("""
                {'components': ['x', {'type': 'goto'}, {'type': 'stage', 'remove': 5, 'nme': 'x'}], 'nonsense': 1}
                """);

        assertThat(shown(read.document().inOrder(read.problems())))
                .containsExactly(
                        "missing-key",
                        "wrong-type /components/0",
                        "missing-key /components/1",
                        "wrong-type /components/2/remove",
                        "unknown-key /components/2/nme name",
                        "unknown-key /nonsense");
        assertThat(read.definition().components()).hasSize(2);
    }
}
