package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Composer;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Memo;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Service;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposerCompilerTest {
    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final PipelineCompiler compiler = new PipelineCompiler(expressions);

    @Test
    void compilesAMemory() {
        Composer composer = composer(compiled(compile("""
                {'type': 'composer', 'name': 'c', 'condition': '{% $memo.open %}', 'service': {'name': 's', 'function': 'f'},
                 'prepare': {'x': '{% $memo.x + x %}'}, 'memo': {'x': '{% $event.x %}', 'open': true},
                 'memo_key': '{% user %}', 'memo_ttl': 'P30D', 'memo_scope': 'invocation',
                 'compose': {'events': '{% [$event, {\\"m\\": $memo}] %}', 'memo': {'x': '{% $memo.x %}'}}}
                """)));

        assertThat(composer.call()).isEqualTo(new FunctionCall("s", "f"));
        assertThat(composer.events().asText()).isEqualTo("{% [$event, {\"m\": $memo}] %}");
        assertThat(Objects.requireNonNull(composer.newMemo()).toString()).isEqualTo("{\"x\":\"{% $memo.x %}\"}");
        assertThat(composer.memo()).isNotNull().satisfies(memo -> {
            assertThat(memo.initial().toString()).isEqualTo("{\"x\":\"{% $event.x %}\",\"open\":true}");
            assertThat(memo.ttl()).isEqualTo(Duration.ofDays(30));
            assertThat(memo.scope()).isEqualTo(Memo.Scope.INVOCATION);
        });
    }

    @Test
    void remembersNullToo() {
        Composer composer = composer(compiled(
                compile("{'type': 'composer', 'name': 'c', 'memo': null, 'compose': {'events': ['{% {} %}', {}]}}")));

        assertThat(composer.memo()).isNotNull();
        assertThat(composer.memo().scope()).isEqualTo(Memo.Scope.PIPELINE);
        assertThat(composer.memo().leased()).isFalse();
    }

    @Test
    void hasNoMemoryWithoutAMemo() {
        Plan plan = compiled(compile("{'type': 'composer', 'compose': {'events': '{% [$] %}'}}"));

        assertThat(composer(plan).memo()).isNull();
        assertThat(plan.serial()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'composer', 'name': 'c'}                                              | missing-key /components/0",
                "{'type': 'composer', 'name': 'c', 'compose': {'memo': '{% $ %}'}}              | missing-key /components/0/compose",
                "{'type': 'composer', 'compose': {'events': 'x'}}                               | wrong-type /components/0/compose/events {% … %}",
                "{'type': 'composer', 'compose': {'events': {}}}                                | wrong-type /components/0/compose/events",
                "{'type': 'composer', 'compose': {'events': [], 'event': 1}}                    | unknown-key /components/0/compose/event events",
                "{'type': 'composer', 'compose': {'events': '{% $memo %}'}}                     | bad-expression /components/0/compose/events",
                "{'type': 'composer', 'compose': {'events': []}, 'memo': 1}                     | missing-key /components/0",
                "{'type': 'composer', 'compose': {'events': []}, 'memo_key': '{% x %}'}         | missing-key /components/0",
                "{'type': 'composer', 'compose': {'events': []}, 'memo_scope': 'invocation'}    | missing-key /components/0",
                "{'type': 'composer', 'compose': {'events': []}, 'memo_ttl': '1s'}              | missing-key /components/0",
                "{'type': 'composer', 'name': 'c', 'compose': {'events': []}, 'memo': 1, 'memo_key': 'x'} | wrong-type /components/0/memo_key {% … %}",
                "{'type': 'composer', 'name': 'c', 'compose': {'events': []}, 'memo': '{% $memo %}'} | bad-expression /components/0/memo",
                "{'type': 'composer', 'name': 'c', 'compose': {'events': []}, 'memo': 1, 'memo_key': '{% $memo %}'} | bad-expression /components/0/memo_key",
                "{'type': 'composer', 'name': 'c', 'compose': {'events': []}, 'memo': 1, 'memo_ttl': 5} | wrong-type /components/0/memo_ttl",
                "{'type': 'composer', 'name': 'c', 'compose': {'events': []}, 'memo': 1, 'memo_scope': 'invocaton'} | bad-value /components/0/memo_scope invocation",
            })
    void findsWhatIsWrong(String composer, String problem) {
        assertThat(problems(compile(composer))).singleElement().asString().startsWith(problem);
    }

    @Test
    void warnsOfTheTextThatIsTheMemoInKraken() {
        assertThat(warnings(compile("""
                        {'type': 'composer', 'name': 'c', 'memo': 1, 'prepare': {'a': ['memo'], 'memo': 'a memo'},
                         'compose': {'events': []}}
                        """))).containsExactly("kraken-only /components/0/prepare/a/0 {% $memo %}");
    }

    @Test
    void warnsOfWhatIsRememberedNowhere() {
        assertThat(warnings(compile("{'type': 'composer', 'compose': {'events': [], 'memo': 5}}")))
                .containsExactly("missing-key /components/0/compose/memo \"memo\": null");
    }

    /** A service whose function f is called, with args that depend on the memo. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http   | {'prepare': {'path': '/'}}                              | false",
                "http   | {'prepare': {'path': '/', 'method': 'put'}}             | false",
                "http   | {'prepare': {'path': '/', 'method': 'POST'}}            | true",
                "http   | {'prepare': {'path': '/', 'method': '{% method %}'}}    | true",
                "http   | {'prepare': '{% $ %}'}                                  | true",
                "http   | {}                                                      | true",
                "http   | {'prepare': {'path': '/', 'method': 'POST'}, 'call': {'idempotency_key': '{% x %}'}} | false",
                "kv     | {'prepare': {'operation': 'get', 'key': 'k'}}           | false",
                "kv     | {'prepare': {'operation': 'increment', 'key': 'k'}}     | true",
                "kv     | {'prepare': {'operation': '{% op %}', 'key': 'k'}}      | true",
                "lambda | {'call': {'function': 'f'}}                             | false",
            })
    void takesALeaseWhereCallingTwiceIsNotSafe(String module, String function, boolean leased) {
        String start = switch (module) {
            case "http" -> "{'base_url': 'http://x'}";
            case "lambda" -> "{'functions': {'f': '{% function($a) {$a} %}'}}";
            default -> "{}";
        };
        Service service = compiled(ServiceCompiler.withStandardClients(expressions)
                .compile(
                        service("{'name': 's', 'client': {'module': '" + module + "', 'start': " + start
                                + "}, 'interface': {'f': " + function + "}}"),
                        true,
                        NOTHING));

        assertThat(isLeased("{% $memo.x %}", Linkage.of(Map.of("s", service), Map.of(), Map.of())))
                .isEqualTo(leased);
        assertThat(isLeased("{% x %}", Linkage.of(Map.of("s", service), Map.of(), Map.of())))
                .isFalse();
    }

    @Test
    void takesALeaseWhereNothingIsKnownOfTheService() {
        assertThat(isLeased("{% $memo.x %}", NOTHING)).isTrue();
        assertThat(isLeased("{% ($memo := 5; $memo) %}", NOTHING)).isFalse();
    }

    private boolean isLeased(String prepared, Linkage linkage) {
        Plan plan = compiled(compiler.compile(
                pipeline("{'name': 'p', 'components': [{'type': 'composer', 'name': 'c', 'memo': 0,"
                        + " 'service': {'name': 's', 'function': 'f'}, 'prepare': {'x': '" + prepared
                        + "'}, 'compose': {'events': []}}]}"),
                linkage));
        assertThat(plan.serial()).isTrue();
        return Objects.requireNonNull(composer(plan).memo()).leased();
    }

    private static Composer composer(Plan plan) {
        return (Composer) plan.program().components().getFirst();
    }

    private Compilation<Plan> compile(String component) {
        return compiler.compile(pipeline("{'name': 'p', 'components': [" + component + "]}"), NOTHING);
    }
}
