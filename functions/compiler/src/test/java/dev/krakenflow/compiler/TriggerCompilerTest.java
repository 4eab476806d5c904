package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.definition.TriggerDefinition;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.HttpTrigger;
import dev.krakenflow.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerCompilerTest {
    private final PipelineCompiler compiler = new PipelineCompiler(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void compilesATrigger() {
        Plan plan = compiled(compile("""
                {'http': {'method': 'post', 'path': '/shops/{shop}/orders', 'headers': ['Cookie', 'AUTHORIZATION'],
                  'response': {'status': 201, 'headers': {'location': '{% \\"/orders/\\" & id %}'},
                               'body': {'id': '{% id %}', 'at': '{% $context.trigger.path %}'}}}},
                {'http': {'method': 'GET', 'path': '/', 'response': {'status': '{% code %}', 'headers': '{% h %}', 'body': null}}}
                """));

        HttpTrigger first = plan.triggers().getFirst();
        assertThat(first.method()).isEqualTo("POST");
        assertThat(first.path()).isEqualTo("/shops/{shop}/orders");
        assertThat(first.headers()).containsExactly("cookie", "authorization");
        assertThat(first.status()).isNotNull();
        assertThat(first.responseHeaders()).isNotNull();
        assertThat(first.body()).isNotNull();
        assertThat(plan.triggers().get(1).body()).isNotNull();
    }

    @Test
    void givesEachTriggerOneShape() {
        String definition = "{'name': 'p', 'components': [], 'triggers': ["
                + "{'http': {'method': 'get', 'path': '/a/{b}/c/{d}'}}]}";
        TriggerDefinition written = pipeline(definition).definition().triggers().getFirst();

        assertThat(written.shape()).isEqualTo("GET /a/{}/c/{}");
        assertThat(written.pathPointer()).isEqualTo("/triggers/0/http/path");
        assertThat(compiled(compiler.compile(pipeline(definition), NOTHING))
                        .triggers()
                        .getFirst()
                        .shape())
                .isEqualTo(written.shape());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "",
                "/orders/",
                "//orders",
                "/orders//x",
                "/orders?x=1",
                "/orders#x",
                "/a b",
                "/a%20b",
                "/a/../b",
                "/a/.",
                "/{}",
                "/{a",
                "/a}",
                "/x{id}",
                "/{id}.json",
                "/{path+}",
                "/{a}/{a}",
                "/{1}",
                "/{% x %}",
                "/a\\\\b",
                "/a\\u0000",
            })
    void refusesBadPaths(String path) {
        assertThat(problems(compile("{'http': {'method': 'GET', 'path': '" + path + "'}}")))
                .singleElement()
                .asString()
                .startsWith("bad-path /triggers/0/http/path");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/orders", "/{id}", "/orders/call", "/callx", "/Pipelines", "/bücher/{a-b}", "/a.b~c;d=1@x"
            })
    void takesPaths(String path) {
        assertThat(problems(compile("{'http': {'method': 'GET', 'path': '" + path + "'}}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pipelines",
                "services",
                "helpers",
                "routes",
                "call",
                "cast",
                "stream",
                "apply",
                "export",
                "events",
                "kraken-call",
                "kraken-admin",
                "schemas",
                "openapi",
                "studio",
                "q"
            })
    void keepsThePathsOfTheFunctions(String segment) {
        assertThat(problems(compile("{'http': {'method': 'GET', 'path': '/" + segment + "/{x}'}}")))
                .containsExactly("reserved-name /triggers/0/http/path");
        assertThat(problems(compile("{'http': {'method': 'GET', 'path': '/" + segment + "'}}")))
                .containsExactly("reserved-name /triggers/0/http/path");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'x'                                                              | wrong-type /triggers/0",
                "{}                                                               | missing-key /triggers/0",
                "{'htp': {}, 'http': {'method': 'GET', 'path': '/x'}}             | unknown-key /triggers/0/htp http",
                "{'http': {'path': '/x'}}                                         | missing-key /triggers/0/http",
                "{'http': {'method': 'GET'}}                                      | missing-key /triggers/0/http",
                "{'http': {'method': 'PSOT', 'path': '/x'}}                       | bad-value /triggers/0/http/method POST",
                "{'http': {'method': 'OPTIONS', 'path': '/x'}}                    | bad-value /triggers/0/http/method",
                "{'http': {'method': 'GET', 'path': 5}}                           | wrong-type /triggers/0/http/path",
                "{'http': {'method': 'GET', 'path': '/x', 'headers': 'cookie'}}   | wrong-type /triggers/0/http/headers",
                "{'http': {'method': 'GET', 'path': '/x', 'headers': ['a b']}}    | bad-value /triggers/0/http/headers/0",
                "{'http': {'method': 'GET', 'path': '/x', 'headers': [5]}}        | wrong-type /triggers/0/http/headers/0",
                "{'http': {'method': 'GET', 'path': '/x', 'respons': {}}}         | unknown-key /triggers/0/http/respons response",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'code': 1}}} | unknown-key /triggers/0/http/response/code",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'status': 99}}} | bad-value /triggers/0/http/response/status",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'status': '201'}}} | wrong-type /triggers/0/http/response/status",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'headers': []}}} | wrong-type /triggers/0/http/response/headers",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'headers': {'a b': 1}}}} | bad-value /triggers/0/http/response/headers/a b",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'headers': {'Content-Length': 1}}}} | bad-value /triggers/0/http/response/headers/Content-Length",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'body': '{% x + %}'}}} | bad-expression /triggers/0/http/response/body",
                "{'http': {'method': 'GET', 'path': '/x', 'response': {'body': '{% $memo %}'}}} | bad-expression /triggers/0/http/response/body",
                "{'http': {'method': 'GET', 'path': '/a/{x}'}}, {'http': {'method': 'get', 'path': '/a/{y}'}} | duplicate-trigger /triggers/1/http/path",
            })
    void findsWhatIsWrong(String triggers, String problem) {
        assertThat(problems(compile(triggers))).singleElement().asString().startsWith(problem);
    }

    private Compilation<Plan> compile(String triggers) {
        return compiler.compile(pipeline("{'name': 'p', 'components': [], 'triggers': [" + triggers + "]}"), NOTHING);
    }
}
