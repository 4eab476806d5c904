package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.NOTHING;
import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.helper;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.FunctionCall;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.Retry;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageCompilerTest {
    private static final String BILLING = """
            {'name': 'billing', 'client': {'module': 'http', 'start': {'base_url': 'http://billing'}}, 'interface': {
              'read': {'prepare': {'path': '/'}},
              'charge': {'prepare': {'path': '/', 'method': 'post'}},
              'charge-once': {'prepare': {'path': '/', 'method': 'POST'}, 'call': {'idempotency_key': '{% id %}'}},
              'any': {'prepare': {'path': '/', 'method': '{% method %}'}}, 'plain': {}}}
            """;

    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final PipelineCompiler compiler = new PipelineCompiler(expressions);
    private final Service billing =
            compiled(ServiceCompiler.withStandardClients(expressions).compile(service(BILLING), true, NOTHING));
    private final HelperLibrary texts = compiled(new HelperCompiler(expressions)
            .compile(helper(
                    "{'name': 'texts', 'functions': {'late': '{% function($v) { $v.code = \\\"timeout\\\" } %}'}}")));

    @Test
    void compilesARetryOfItsOwn() {
        Retry retry = stage(
                        "{'type': 'stage', 'service': {'name': 'billing', 'function': 'read'}, 'helpers': ['texts'],"
                                + " 'retry': {'on': ['http.503'], 'max_attempts': 5, 'delay': '1s', 'backoff_rate': 1.5,"
                                + " 'max_delay': '9s', 'jitter': false, 'when': '{% $late($error) %}', 'unsafe': true}}")
                .retry();

        assertThat(retry).isNotNull();
        assertThat(retry.on()).containsExactly("http.503");
        assertThat(retry.maxAttempts()).isEqualTo(5);
        assertThat(retry.delay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(retry.backoffRate()).isEqualTo(1.5);
        assertThat(retry.maxDelay()).isEqualTo(Duration.ofSeconds(9));
        assertThat(retry.jitter()).isFalse();
        assertThat(retry.when()).isNotNull();
        assertThat(retry.unsafe()).isTrue();
        assertThat(retry.helpers()).containsExactly("texts");
    }

    @Test
    void takesARetryFromThePoliciesOfItsPipeline() {
        Plan plan = compiled(compile(
                "'helpers': ['texts'], 'policies': {'often': {'max_attempts': 7, 'when': '{% $late($error) %}'}}",
                "{'type': 'stage', 'retry': 'often', 'service': {'name': 'billing', 'function': 'read'},"
                        + " 'compensate': {'service': {'name': 'billing', 'function': 'read'}, 'retry': 'often'}}"));

        Stage stage = (Stage) plan.program().components().getFirst();
        assertThat(stage.retry()).isNotNull();
        assertThat(stage.retry().maxAttempts()).isEqualTo(7);
        assertThat(stage.retry().helpers()).containsExactly("texts");
        assertThat(Objects.requireNonNull(stage.compensation()).retry()).isEqualTo(stage.retry());
    }

    @Test
    void compilesWhatUndoesIt() {
        Plan plan = compiled(compile("", """
                {'type': 'stage', 'service': {'name': 'billing', 'function': 'charge'},
                 'compensate': {'service': {'name': 'billing', 'function': 'charge-once'}, 'prepare': {'id': '{% id %}'},
                                'timeout': '2s', 'retry': {}}}
                """));

        Stage stage = (Stage) plan.program().components().getFirst();
        assertThat(stage.compensation()).isNotNull().satisfies(it -> {
            assertThat(it.call()).isEqualTo(new FunctionCall("billing", "charge-once"));
            assertThat(Objects.requireNonNull(it.prepare()).toString()).isEqualTo("{\"id\":\"{% id %}\"}");
            assertThat(it.timeout()).isEqualTo(Duration.ofSeconds(2));
            assertThat(Objects.requireNonNull(it.retry()).on())
                    .isEqualTo(List.of("timeout", "communication", "http.429", "http.5xx"));
        });
        assertThat(plan.services().get("billing").functions()).containsOnlyKeys("charge", "charge-once");
    }

    /** Members of a stage, and the code and pointer of their problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'retry': 'oftn'                                                          | unknown-reference /components/0/retry often",
                "'retry': {'when': '{% $memo %}'}                                         | bad-expression /components/0/retry/when",
                "'retry': {'when': 'x'}                                                   | bad-value /components/0/retry/when",
                "'retry': {'when': '{% $error(1) %}'}                                     | unknown-function /components/0/retry/when $error is the failure here",
                "'retry': {'when': '{% $late($error) %}'}                                 | unknown-function /components/0/retry/when",
                "'compensate': {'service': {'name': 'billing', 'function': 'undo'}}       | unknown-reference /components/0/compensate/service/function",
                "'compensate': {'service': {'name': 'billing', 'function': 'red'}}        | unknown-reference /components/0/compensate/service/function read",
                "'compensate': {'service': {'name': 'billing', 'function': 'read'}, 'prepare': 5} | wrong-type /components/0/compensate/prepare",
                "'compensate': {'service': {'name': 'billing', 'function': 'read'}, 'retry': 'x'} | unknown-reference /components/0/compensate/retry",
                "'compensate': {'prepare': {}}                                            | missing-key /components/0/compensate",
            })
    void findsWhatIsWrong(String members, String problem) {
        assertThat(problems(compile(
                        "'policies': {'often': {}}",
                        "{'type': 'stage', 'service': {'name': 'billing', 'function': 'read'}, " + members + "}")))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void findsWhatIsWrongWithAPolicyOnce() {
        assertThat(
                        problems(
                                compile(
                                        "'policies': {'a/b': {'when': '{% x + %}'}, 'unused': {'when': 5}}",
                                        "{'type': 'stage', 'retry': 'a/b', 'service': {'name': 'billing', 'function': 'read'}},"
                                                + "{'type': 'stage', 'retry': 'a/b', 'service': {'name': 'billing', 'function': 'read'}}")))
                .extracting(it -> it.split(" ")[0] + " " + it.split(" ")[1])
                .containsExactly("bad-expression /policies/a~1b/when", "wrong-type /policies/unused/when");
    }

    @Test
    void undoesWithoutSeeingTheFailureThatWasCaughtBefore() {
        assertThat(problems(compile("", """
                        {'type': 'stage', 'catch': [{'errors': ['*'], 'components': [
                          {'type': 'stage', 'compensate': {'service': {'name': 'billing', 'function': 'read'},
                                                           'prepare': {'a': '{% $error(\\"x\\") %}'}}}]}]}
                        """))).isEmpty();
    }

    @Test
    void warnsOfAnUndefinedServiceThatUndoes() {
        assertThat(warnings(
                        compile("", "{'type': 'stage', 'compensate': {'service': {'name': 'gone', 'function': 'f'}}}")))
                .containsExactly("unknown-reference /components/0/compensate/service/name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'stage', 'retry': {}, 'service': {'name': 'billing', 'function': 'charge'}}      | bad-value /components/0/retry",
                "{'type': 'stage', 'retry': 'often', 'service': {'name': 'billing', 'function': 'charge'}} | bad-value /components/0/retry",
                "{'type': 'stage', 'retry': {}}                                                            | bad-value /components/0/retry",
                "{'type': 'stage', 'compensate': {'service': {'name': 'billing', 'function': 'charge'}, 'retry': {}}} | bad-value /components/0/compensate/retry",
            })
    void warnsOfARetryThatNeverTriesAgain(String stage, String warning) {
        assertThat(warnings(compile("'policies': {'often': {}}", stage)))
                .singleElement()
                .asString()
                .startsWith(warning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'stage', 'retry': {}, 'service': {'name': 'billing', 'function': 'read'}}",
                "{'type': 'stage', 'retry': {}, 'service': {'name': 'billing', 'function': 'charge-once'}}",
                "{'type': 'stage', 'retry': {}, 'service': {'name': 'billing', 'function': 'any'}}",
                "{'type': 'stage', 'retry': {}, 'service': {'name': 'billing', 'function': 'plain'}}",
                "{'type': 'stage', 'retry': {'unsafe': true}, 'service': {'name': 'billing', 'function': 'charge'}}",
                "{'type': 'stage', 'retry': {'max_attempts': 1}, 'service': {'name': 'billing', 'function': 'charge'}}",
            })
    void takesARetryThatMayTryAgain(String stage) {
        assertThat(warnings(compile("", stage))).isEmpty();
    }

    private Stage stage(String component) {
        return (Stage) compiled(compile("", component)).program().components().getFirst();
    }

    private Compilation<Plan> compile(String members, String components) {
        Linkage linkage = Linkage.of(Map.of("billing", billing), Map.of("texts", texts), Map.of());
        String more = members.isEmpty() ? "" : ", " + members;
        return compiler.compile(pipeline("{'name': 'p', 'components': [" + components + "]" + more + "}"), linkage);
    }
}
