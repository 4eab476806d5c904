package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
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

class LambdaRulesTest {
    private final ServiceCompiler compiler =
            ServiceCompiler.withStandardClients(new JsonataExpressions(Bounds.DEFAULT));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                        | missing-key /client/start",
                "{'functions': []}                                         | wrong-type /client/start/functions",
                "{'functions': {}, 'function': {}}                         | unknown-key /client/start/function functions",
                "{'code': 'defmodule A do\\nend'}                          | kraken-only /client/start/code start.functions",
                "{'functions': {'f': 'function($a) { $a }'}}               | bad-expression /client/start/functions/f",
                "{'functions': {'f': 'a {% 5 %}'}}                         | partial-expression /client/start/functions/f write {% \"a \" & 5 %}",
                "{'functions': {'f': 5}}                                   | wrong-type /client/start/functions/f",
                "{'functions': {'f': '{% 5 %}'}}                           | bad-expression /client/start/functions/f",
                "{'functions': {'f': '{% function($a) { %}'}}              | bad-expression /client/start/functions/f",
                "{'functions': {'f': '{% function($a) { $nope($a) } %}'}}  | unknown-function /client/start/functions/f",
                "{'functions': {'f': '{% function($a) { $event } %}'}}     | bad-expression /client/start/functions/f",
                "{'functions': {'f': '{% function($a) { $context } %}'}}   | bad-expression /client/start/functions/f",
                "{'functions': {'f': '{% function($a) { $secret(1) } %}'}} | unknown-function /client/start/functions/f",
                "{'functions': {'sum': '{% function($a) { $a } %}'}}       | reserved-name /client/start/functions/sum",
            })
    void findsWhatIsWrongWithStart(String start, String problem) {
        assertThat(problems(compile(start, ""))).singleElement().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                      | missing-key /interface/f",
                "{'call': {}}                            | missing-key /interface/f/call",
                "{'call': 5}                             | wrong-type /interface/f/call",
                "{'call': {'function': 'ad'}}            | unknown-reference /interface/f/call/function add",
                "{'call': {'function': 5}}               | wrong-type /interface/f/call/function",
                "{'call': {'function': '{% x %}'}}       | bad-value /interface/f/call/function",
                "{'call': {'function': 'add', 'fn': 1}}  | unknown-key /interface/f/call/fn",
            })
    void findsWhatIsWrongWithAFunction(String function, String problem) {
        assertThat(problems(compile("{'functions': {'add': '{% function($a) { $a } %}'}}", "'f': " + function)))
                .containsExactly(problem);
    }

    @Test
    void takesFunctionsThatCallEachOther() {
        assertThat(problems(compile("""
                        {'functions': {'twice': '{% function($a) { $a.x * 2 } %}', 'f': '{% function($a) { {\\"v\\": $twice($a)} } %}'}}
                        """, "'f': {'call': {'function': 'f'}}"))).isEmpty();
    }

    @Test
    void ignoresTheModuleThatKrakenNames() {
        assertThat(warnings(compile(
                        "{'functions': {'add': '{% function($a) { $a } %}'}}",
                        "'f': {'call': {'module': 'M', 'function': 'add'}}")))
                .containsExactly("kraken-only /interface/f/call/module");
    }

    @Test
    void needsStart() {
        assertThat(problems(compiler.compile(
                        service("{'name': 's', 'client': {'module': 'lambda'}, 'interface': {}}"), true, NOTHING)))
                .containsExactly("missing-key /client");
    }

    @Test
    void doesNotMissAStartOfTheWrongType() {
        assertThat(problems(compile("5", ""))).containsExactly("wrong-type /client/start");
    }

    private Compilation<Service> compile(String start, String functions) {
        return compiler.compile(
                service("{'name': 's', 'client': {'module': 'lambda', 'start': " + start + "}, 'interface': {"
                        + functions + "}}"),
                true,
                NOTHING);
    }
}
