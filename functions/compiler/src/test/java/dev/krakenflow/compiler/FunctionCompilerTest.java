package dev.krakenflow.compiler;

import static dev.krakenflow.compiler.testing.Definitions.compiled;
import static dev.krakenflow.compiler.testing.Definitions.helper;
import static dev.krakenflow.compiler.testing.Definitions.pipeline;
import static dev.krakenflow.compiler.testing.Definitions.problems;
import static dev.krakenflow.compiler.testing.Definitions.service;
import static dev.krakenflow.compiler.testing.Definitions.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.Expressions;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.plan.Breaker;
import dev.krakenflow.plan.Bulkhead;
import dev.krakenflow.plan.Cache;
import dev.krakenflow.plan.CallPolicies;
import dev.krakenflow.plan.Plan;
import dev.krakenflow.plan.RateLimit;
import dev.krakenflow.plan.Service;
import dev.krakenflow.plan.ServiceFunction;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionCompilerTest {
    private final Expressions expressions = new JsonataExpressions(Bounds.DEFAULT);
    private final ServiceCompiler compiler = ServiceCompiler.withStandardClients(expressions);
    private final HelperLibrary texts = compiled(new HelperCompiler(expressions)
            .compile(helper("{'name': 'texts', 'functions': {'shout': '{% function($v) { $v & \\\"!\\\" } %}'}}")));
    private final Linkage linkage = Linkage.of(Map.of(), Map.of("texts", texts), Map.of());

    @Test
    void compilesPoliciesOfServicesAndFunctions() {
        Service service = compiled(compile(
                "{'circuit_breaker': {'failure_ratio': 0.1, 'request_volume_threshold': 5, 'delay': '2s', 'success_threshold': 3},"
                        + " 'bulkhead': {'max_concurrent': 2, 'queue': 1}}",
                "'bulkhead': {}, 'rate_limit': {'limit': 10, 'window': '1m', 'scope': 'shared'}"));

        assertThat(service.functions().get("f").policies())
                .isEqualTo(new CallPolicies(new Breaker(0.1, 5, Duration.ofSeconds(2), 3), null, new Bulkhead(2, 1)));
        assertThat(service.policies())
                .isEqualTo(new CallPolicies(null, new RateLimit(10, Duration.ofMinutes(1), true), new Bulkhead(64, 0)));
    }

    @Test
    void hasNoPoliciesWhereNoneAreWritten() {
        Service service = compiled(compile("{}", ""));

        assertThat(service.policies()).isEqualTo(CallPolicies.NONE);
        assertThat(service.functions().get("f").policies()).isEqualTo(CallPolicies.NONE);
        assertThat(service.functions().get("f").retry()).isNull();
        assertThat(service.functions().get("f").cache()).isNull();
        assertThat(service.functions().get("f").idempotencyKey()).isNull();
    }

    @Test
    void givesPlansThePoliciesOfAService() {
        Service service = compiled(compile("{}", "'bulkhead': {}"));
        Plan plan = compiled(new PipelineCompiler(expressions)
                .compile(
                        pipeline(
                                "{'name': 'p', 'components': [{'type': 'stage', 'service': {'name': 's', 'function': 'f'}}]}"),
                        Linkage.of(Map.of("s", service), Map.of(), Map.of())));

        assertThat(plan.services().get("s").policies()).isEqualTo(service.policies());
    }

    @Test
    void compilesCachesAndRetries() {
        ServiceFunction function = compiled(compile(
                        "{'cache': {'key': '{% $shout(id) %}', 'ttl': '1m', 'scope': 'shared', 'stale_if_error': '1h'},"
                                + " 'retry': {'when': '{% $error.status = 503 and $shout(id) %}'}}",
                        ""))
                .functions()
                .get("f");

        assertThat(function.cache())
                .isEqualTo(new Cache(
                        TextNode.valueOf("{% $shout(id) %}"), Duration.ofMinutes(1), true, Duration.ofHours(1)));
        assertThat(function.retry()).isNotNull();
        assertThat(function.retry().maxAttempts()).isEqualTo(3);
        assertThat(function.retry().helpers()).containsExactly("texts");
    }

    @Test
    void takesTheIdempotencyKeyOutOfTheCall() {
        ServiceFunction function = compiled(compile(
                        "{'call': {'idempotency_key': '{% \\\"order-\\\" & id %}', 'parse_json_body': true}}", ""))
                .functions()
                .get("f");

        assertThat(function.idempotencyKey()).isEqualTo(TextNode.valueOf("{% \"order-\" & id %}"));
        assertThat(function.call().toString()).isEqualTo("{\"parse_json_body\":true}");
    }

    /** A function, and the code and pointer of its problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'call': {'idempotency_key': 5}}                     | wrong-type /interface/f/call/idempotency_key",
                "{'call': {'idempotency_key': 'for {% id %}'}}        | partial-expression /interface/f/call/idempotency_key",
                "{'call': {'idempotency_key': '{% $error %}', 'x': 1}} | unknown-key /interface/f/call/x",
                "{'call': {'idempotency_key': '{% $memo %}'}}         | bad-expression /interface/f/call/idempotency_key",
                "{'cache': {'ttl': '1s', 'key': '{% x + %}'}}         | bad-expression /interface/f/cache/key",
                "{'cache': {'ttl': '1s', 'key': {'a': '{% $memo %}'}}} | bad-expression /interface/f/cache/key/a",
                "{'cache': {}}                                        | missing-key /interface/f/cache",
                "{'retry': {'when': '{% $memo %}'}}                   | bad-expression /interface/f/retry/when",
                "{'retry': {'when': '{% $error(x) %}'}}               | unknown-function /interface/f/retry/when $error is the failure here",
                "{'error': {'x': '{% $error(x) %}'}}                  | unknown-function /interface/f/error/x $error is the failure here",
                "{'retry': 'often'}                                   | wrong-type /interface/f/retry",
            })
    void findsWhatIsWrong(String function, String problem) {
        assertThat(problems(compile(function, ""))).singleElement().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 's', 'client': {'module': 'kv'}, 'interface': {'f': {'call': {'idempotency_key': 'x'}}}}",
                "{'name': 's', 'client': {'module': 'lambda', 'start': {'functions': {'g': '{% function($a) {$a} %}'}}}, 'interface': {'f': {'call': {'function': 'g', 'idempotency_key': 'x'}}}}",
            })
    void takesIdempotencyKeysOnlyWhereTheClientSendsThem(String definition) {
        assertThat(problems(compiler.compile(service(definition), true, linkage)))
                .containsExactly("unknown-key /interface/f/call/idempotency_key");
    }

    @Test
    void warnsOfARetryThatNeverTriesAgain() {
        assertThat(warnings(compile("{'prepare': {'path': '/', 'method': 'POST'}, 'retry': {}}", "")))
                .singleElement()
                .asString()
                .startsWith("bad-value /interface/f/retry give it call.idempotency_key");
        assertThat(warnings(compile(
                        "{'prepare': {'path': '/', 'method': 'POST'}, 'retry': {}, 'call': {'idempotency_key': '{% id %}'}}",
                        "")))
                .isEmpty();
    }

    private Compilation<Service> compile(String function, String members) {
        String more = members.isEmpty() ? "" : ", " + members;
        return compiler.compile(
                service(
                        "{'name': 's', 'client': {'module': 'http', 'start': {'base_url': 'http://x'}}, 'helpers': ['texts'],"
                                + " 'interface': {'f': " + function + "}" + more + "}"),
                true,
                linkage);
    }
}
