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
import org.junit.jupiter.params.provider.ValueSource;

class HttpRulesTest {
    private final ServiceCompiler compiler =
            ServiceCompiler.withStandardClients(new JsonataExpressions(Bounds.DEFAULT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'http://example.com'",
                "'https://example.com:8443/v1/'",
                "'HTTP://127.0.0.1:1'",
                "'http://[::1]:80'",
                "'http://2130706433/'",
                "'http://0x7f.1/'",
                "'http://my_service:8080'",
                "'{% $env(\\\"BASE_URL\\\") %}'",
                "'{% \\\"https://\\\" & $env( \\\"HOST\\\" ) & \\\"/v1\\\" %}'"
            })
    void takesBaseUrls(String url) {
        assertThat(problems(compile("{'base_url': " + url + "}", "{}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "''",
                "'example.com'",
                "'/v1'",
                "'ftp://example.com'",
                "'http://'",
                "'http:///x'",
                "'http://:80'",
                "'http://user:pass@example.com'",
                "'http://example.com?x=1'",
                "'http://example.com#x'",
                "'http://exa mple.com'"
            })
    void refusesWhatIsNoBaseUrl(String url) {
        assertThat(problems(compile("{'base_url': " + url + "}", "{}")))
                .containsExactly("bad-value /client/start/base_url https://api.example.com/v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                               | missing-key /client/start",
                "{'base_url': 5}                                  | wrong-type /client/start/base_url",
                "{'base_url': 'http://{% $env(1) %}'}             | partial-expression /client/start/base_url",
                "{'base_url': '{% $env(x) %}'}                    | bad-expression /client/start/base_url $env('name')",
                "{'base_url': '{% $env() %}'}                     | bad-expression /client/start/base_url $env('name')",
                "{'base_url': '{% $nope($env(\\\"A\\\")) %}'}        | unknown-function /client/start/base_url",
                "{'base_url': '{% $env(\\\"a\\\" & \\\"b\\\") & $env(1) %}'} | bad-expression /client/start/base_url $env('name')",
                "{'base_url': 'http://x', 'headers': {'x-a': '{% $secret %}'}} | bad-expression /client/start/headers/x-a $secret('name')",
                "{'base_url': '{% $event.url %}'}                 | bad-expression /client/start/base_url",
                "{'base_url': 'http://x', 'baseurl': 1}           | unknown-key /client/start/baseurl",
                "{'base_url': 'http://x', 'headers': []}          | wrong-type /client/start/headers",
                "{'base_url': 'http://x', 'headers': {'a b': 'x'}} | bad-value /client/start/headers/a b",
                "{'base_url': 'http://x', 'headers': {'a': 'x\\r\\ny: z'}} | bad-value /client/start/headers/a",
                "{'base_url': 'http://x', 'headers': {'a': {}}}   | wrong-type /client/start/headers/a",
                "{'base_url': 'http://x', 'headers': {'Host': 'y'}} | bad-value /client/start/headers/Host",
                "{'base_url': 'http://x', 'pool_size': 0}         | bad-value /client/start/pool_size",
                "{'base_url': 'http://x', 'pool_size': '5'}       | wrong-type /client/start/pool_size",
                "{'base_url': 'http://x', 'max_response': '6MB'}  | wrong-type /client/start/max_response",
                "{'base_url': 'http://x', 'max_response': -1}     | bad-value /client/start/max_response",
                "{'base_url': 'http://x', 'deadline_header': 'x y'} | bad-value /client/start/deadline_header",
            })
    void findsWhatIsWrongWithStart(String start, String problem) {
        assertThat(problems(compile(start, "{}"))).singleElement().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'prepare': {}}                                          | missing-key /interface/f/prepare",
                "{'prepare': {'path': '/', 'parms': {}}}                  | unknown-key /interface/f/prepare/parms params",
                "{'prepare': {'path': '/a?b=1'}}                          | bad-path /interface/f/prepare/path put the query into params",
                "{'prepare': {'path': '/a#b'}}                            | bad-path /interface/f/prepare/path",
                "{'prepare': {'path': '/a/{id'}}                          | bad-path /interface/f/prepare/path",
                "{'prepare': {'path': '/a/{}'}}                           | bad-path /interface/f/prepare/path",
                "{'prepare': {'path': 5}}                                 | wrong-type /interface/f/prepare/path",
                "{'prepare': {'path': '/', 'method': 'GTE'}}              | bad-value /interface/f/prepare/method GET",
                "{'prepare': {'path': '/', 'method': 5}}                  | wrong-type /interface/f/prepare/method",
                "{'prepare': {'path': '/', 'params': 'x'}}                | wrong-type /interface/f/prepare/params",
                "{'prepare': {'path': '/', 'headers': {'content-length': 5}}} | bad-value /interface/f/prepare/headers/content-length",
                "{'call': {'parse_json_body': 'yes'}}                     | wrong-type /interface/f/call/parse_json_body",
                "{'call': {'accept_status': 404}}                         | wrong-type /interface/f/call/accept_status",
                "{'call': {'accept_status': ['2xx', '40x']}}              | bad-value /interface/f/call/accept_status/1",
                "{'call': {'accept_status': [99]}}                        | bad-value /interface/f/call/accept_status/0",
                "{'call': {'follow_redirect': true}}                      | unknown-key /interface/f/call/follow_redirect follow_redirects",
                "{'call': {'idempotency_key': 5}}                  | wrong-type /interface/f/call/idempotency_key",
            })
    void findsWhatIsWrongWithAFunction(String function, String problem) {
        assertThat(problems(compile("{'base_url': 'http://x'}", function)))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'prepare': {'path': '/users/{id}', 'path_params': {'id': '{% id %}'}, 'method': 'patch', 'body': null}}",
                "{'prepare': {'path': '{% p %}', 'method': '{% m %}', 'params': '{% $ %}', 'headers': '{% h %}'}}",
                "{'prepare': '{% $ %}'}",
                "{'call': {'accept_status': ['2xx', 404], 'follow_redirects': true, 'parse_json_body': false}}",
            })
    void takesWhatIsRight(String function) {
        assertThat(problems(compile("{'base_url': 'http://x'}", function))).isEmpty();
    }

    @Test
    void ignoresTheModuleThatKrakenNames() {
        assertThat(warnings(compile("{'base_url': 'http://x'}", "{'call': {'module': 'M'}}")))
                .containsExactly("kraken-only /interface/f/call/module");
    }

    @Test
    void needsStart() {
        assertThat(problems(compiler.compile(
                        service("{'name': 's', 'client': {'module': 'http'}, 'interface': {}}"), true, NOTHING)))
                .containsExactly("missing-key /client");
    }

    @Test
    void doesNotMissAStartOfTheWrongType() {
        assertThat(problems(compile("5", "{}"))).containsExactly("wrong-type /client/start");
    }

    private Compilation<Service> compile(String start, String function) {
        return compiler.compile(
                service("{'name': 's', 'client': {'module': 'http', 'start': " + start + "}, 'interface': {'f': "
                        + function + "}}"),
                true,
                NOTHING);
    }
}
