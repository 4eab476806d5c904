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
import dev.krakenflow.plan.ServiceFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCompilerTest {
    private final ServiceCompiler compiler =
            ServiceCompiler.withStandardClients(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void compilesAllFunctions() {
        Service service = compiled(compile("""
                {'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'https://example.com'}},
                 'interface': {'f': {'input': {'a': {'type': 'string'}}, 'prepare': {'path': '/'}, 'timeout': '1s'}, 'g': {}}}
                """));

        assertThat(service.state()).isEqualTo(Service.State.STARTED);
        assertThat(service.module()).isEqualTo("http");
        assertThat(service.functions()).containsOnlyKeys("f", "g");
        assertThat(service.functions().get("g").timeout()).isEqualTo(ServiceFunction.DEFAULT_TIMEOUT);
        assertThat(service.functions().get("f").input()).isNotNull();
        assertThat(service.functions().get("f").input().at("/properties/a/type").asText())
                .isEqualTo("string");
    }

    @ParameterizedTest
    @CsvSource({"OctopusClientHttpFinch, http"})
    void takesTheNamesOfKrakenForHttp(String alias, String module) {
        assertThat(compiled(compile("{'name': 's', 'client': {'module': '" + alias
                                + "', 'start': {'base_url': 'http://x'}}, 'interface': {}}"))
                        .module())
                .isEqualTo(module);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lambda", "octopus.lambda", "Octopus.Lambda"})
    void takesTheNamesOfKrakenForLambda(String alias) {
        assertThat(compiled(compile("{'name': 's', 'client': {'module': '" + alias
                                + "', 'start': {'functions': {}}}, 'interface': {}}"))
                        .module())
                .isEqualTo("lambda");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "htp             | unknown-type /client/module http",
                "Lambda          | unknown-type /client/module lambda",
                "telnet          | unknown-type /client/module",
                "{% 'http' %}    | bad-value /client/module",
            })
    void knowsNoOtherClients(String module, String problem) {
        assertThat(problems(compile(
                        "{'name': 's', 'client': {'module': '" + module.replace("'", "") + "'}, 'interface': {}}")))
                .containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'input': {'a': {'type': 'strin'}}}       | bad-schema /interface/f/input/a/type",
                "{'output': {'type': 'strin'}}             | bad-schema /interface/f/output/type",
                "{'input': {'$ref': 'https://example.com/'}} | bad-schema /interface/f/input/$ref",
                "{'input': 5}                              | wrong-type /interface/f/input",
                "{'prepare': 5}                            | wrong-type /interface/f/prepare",
                "{'transform': 'x'}                        | wrong-type /interface/f/transform",
                "{'transform': {'x': '{% $memo %}'}}       | bad-expression /interface/f/transform/x",
                "{'error': []}                             | wrong-type /interface/f/error",
                "{'error': {'x': '{% $eror.code %}'}}      | bad-expression /interface/f/error/x did you mean $error?",
            })
    void findsWhatIsWrongWithAFunction(String function, String problem) {
        assertThat(problems(compile("{'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'https://x'}},"
                        + " 'interface': {'f': " + function + "}}")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void seesTheErrorInTheErrorSectionOnly() {
        assertThat(problems(compile("""
                        {'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'https://x'}}, 'interface': {
                          'f': {'error': {'reason': '{% $error.detail %}', 'args': '{% $event %}', 'on': '{% $context.pipeline %}'}}}}
                        """))).isEmpty();
    }

    @Test
    void hintsWhatToCallWhereTheErrorHidesAFunction() {
        assertThat(problems(compile("""
                        {'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'https://x'}}, 'interface': {
                          'f': {'error': {'x': '{% $error(\\"no\\") %}'}}}}
                        """))).singleElement().asString().contains("/interface/f/error/x", "$assert(false");
    }

    @Test
    void warnsOfSecretsThatStandInStart() {
        assertThat(warnings(compile("""
                        {'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'https://x', 'headers': {
                          'Authorization': 'Bearer abc', 'accept': 'text/plain', 'x-api-key': '{% $secret(\\"a\\") %}',
                          'x-token': 'abc'}}}, 'interface': {}}
                        """)))
                .containsExactly(
                        "literal-secret /client/start/headers/Authorization {% $secret('name-of-the-secret') %}",
                        "literal-secret /client/start/headers/x-token {% $secret('name-of-the-secret') %}");
    }

    private Compilation<Service> compile(String definition) {
        return compiler.compile(service(definition), true, NOTHING);
    }
}
