package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KvRulesTest {
    private final ServiceCompiler compiler =
            ServiceCompiler.withStandardClients(new JsonataExpressions(Bounds.DEFAULT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'prepare': {'operation': 'get', 'key': 'k'}}",
                "{'prepare': {'operation': 'set', 'key': '{% k %}', 'value': null, 'ttl': 'P30D'}}",
                "{'prepare': {'operation': 'getset', 'key': 'k', 'value': {'a': '{% a %}'}, 'ttl': '{% ttl %}'}}",
                "{'prepare': {'operation': 'delete', 'key': 'k'}}",
                "{'prepare': {'operation': 'increment', 'key': 'k'}}",
                "{'prepare': {'operation': '{% op %}', 'key': 'k'}}",
                "{'prepare': '{% $ %}'}",
                "{}",
            })
    void takesWhatIsRight(String function) {
        assertThat(problems(compile("{}", function))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'prepare': {'operation': 'gets', 'key': 'k'}}              | bad-value /interface/f/prepare/operation get",
                "{'prepare': {'operation': 'incr', 'key': 'k'}}              | bad-value /interface/f/prepare/operation",
                "{'prepare': {'operation': 5, 'key': 'k'}}                   | wrong-type /interface/f/prepare/operation",
                "{'prepare': {'operation': 'get'}}                           | missing-key /interface/f/prepare",
                "{'prepare': {'key': 'k'}}                                   | missing-key /interface/f/prepare",
                "{'prepare': {'operation': 'set', 'key': 'k'}}               | missing-key /interface/f/prepare",
                "{'prepare': {'operation': 'get', 'key': 'k', 'kye': 1}}     | unknown-key /interface/f/prepare/kye key",
                "{'prepare': {'operation': 'get', 'key': 'k', 'ttl': '5x'}}  | bad-duration /interface/f/prepare/ttl",
                "{'prepare': {'operation': 'get', 'key': 'k', 'ttl': 5}}     | wrong-type /interface/f/prepare/ttl",
                "{'call': {'function': 'f'}}                                 | unknown-key /interface/f/call/function",
            })
    void findsWhatIsWrongWithAFunction(String function, String problem) {
        assertThat(problems(compile("{}", function))).singleElement().asString().startsWith(problem);
    }

    @Test
    void takesNoStartArguments() {
        assertThat(problems(compile("{'prefix': 'x'}", "{}"))).containsExactly("unknown-key /client/start/prefix");
    }

    @Test
    void needsNoStart() {
        assertThat(compiled(compiler.compile(
                                service("{'name': 's', 'client': {'module': 'kv'}, 'interface': {}}"), true, NOTHING))
                        .module())
                .isEqualTo("kv");
    }

    @Test
    void ignoresTheModuleThatKrakenNames() {
        assertThat(warnings(compile("{}", "{'call': {'module': 'M'}}")))
                .containsExactly("kraken-only /interface/f/call/module");
    }

    private Compilation<Service> compile(String start, String function) {
        return compiler.compile(
                service("{'name': 's', 'client': {'module': 'kv', 'start': " + start + "}, 'interface': {'f': "
                        + function + "}}"),
                true,
                NOTHING);
    }
}
