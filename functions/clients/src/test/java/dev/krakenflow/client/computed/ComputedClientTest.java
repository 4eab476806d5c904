package dev.krakenflow.client.computed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.client.CallResult;
import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.client.ClientStart;
import dev.krakenflow.engine.client.ServiceClient;
import dev.krakenflow.expression.Bounds;
import dev.krakenflow.expression.JsonataExpressions;
import dev.krakenflow.json.JsonNull;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ComputedClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ComputedClientProvider provider = new ComputedClientProvider(new JsonataExpressions(Bounds.DEFAULT));

    @Test
    void callsTheFunctionThatIsNamed() {
        ServiceClient client = open(Map.of("add", "{% function($a) { {\"sum\": $a.a + $a.b} } %}"));
        assertThat(call(client, "add", Map.of("a", 1, "b", 2))).hasToString("{sum=3}");
    }

    @Test
    void letsFunctionsCallEachOther() {
        ServiceClient client = open(Map.of(
                "twice", "{% function($a) { $a.x * 2 } %}",
                "f", "{% function($a) { {\"v\": $twice({\"x\": $a.x + 1})} } %}"));
        assertThat(call(client, "f", Map.of("x", 1))).hasToString("{v=4}");
    }

    @Test
    void letsFunctionsCallTheHelpersOfTheService() {
        Map<String, String> helpers =
                Map.of("shout", "function($text) { $uppercase($text) & $mark() }", "mark", "function() { \"!\" }");
        ServiceClient client = open(Map.of("f", "{% function($a) { {\"v\": $shout($a.x)} } %}"), helpers);
        assertThat(call(client, "f", Map.of("x", "hey"))).hasToString("{v=HEY!}");
    }

    @Test
    void doesNotOfferHelpersAsFunctions() {
        ServiceClient client = open(Map.of(), Map.of("shout", "function($text) { $uppercase($text) }"));
        assertThat(failure(client, "shout").failure().code()).isEqualTo("function-undefined");
    }

    @Test
    void cannotBeOpenedWithAFunctionNamedLikeAHelper() {
        Map<String, String> helpers = Map.of("f", "function($a) { $a }");
        ClientException failure = catchThrowableOfType(
                ClientException.class, () -> open(Map.of("f", "{% function($a) { $a } %}"), helpers));
        assertThat(failure.failure().code()).isEqualTo("service-not-ready");
        assertThat(failure.failure().detail()).contains("start.functions.f");
    }

    @Test
    void tellsAMissingResultFromNull() {
        ServiceClient client = open(Map.of("f", "{% function($a) { $a.x } %}"));
        assertThat(call(client, "f", Map.of())).isSameAs(CallResult.MISSING);
        assertThat(call(client, "f", Map.of("x", JsonNull.VALUE))).isSameAs(JsonNull.VALUE);
    }

    @Test
    void failsWithTheMessageOfTheFunction() {
        ClientException failure = failure(open(Map.of("boom", "{% function($a) { $error(\"boom\") } %}")), "boom");
        assertThat(failure.failure().code()).isEqualTo("expression");
        assertThat(failure.failure().status()).isEqualTo(500);
        assertThat(failure.failure().detail()).contains("boom");
        assertThat(failure.beforeTheCall()).isFalse();
    }

    @Test
    void mayBeComputedAgain() {
        ServiceClient client = open(Map.of("f", "{% function($a) { $a } %}"));
        assertThat(client.function("f", called("f")).repeatable(Map.of())).isTrue();
    }

    @Test
    void stopsAtTheDeadline() {
        ServiceClient client = open(Map.of("f", "{% function($a) { $sum([1..900000].($ * $a.x)) } %}"));
        CallContext late = new CallContext(System.nanoTime() - 1, Map.of());
        Uni<Object> call = client.function("f", called("f")).call(Map.of("x", 1), late);
        ClientException failure =
                catchThrowableOfType(ClientException.class, () -> call.await().indefinitely());
        assertThat(failure.failure().code()).isEqualTo("expression");
    }

    @Test
    void failsForAFunctionThatIsNotThere() {
        assertThat(failure(open(Map.of()), "gone").failure().code()).isEqualTo("function-undefined");
    }

    @Test
    void cannotBeOpenedWithWhatIsNoFunction() {
        ClientException failure = catchThrowableOfType(ClientException.class, () -> open(Map.of("f", "{% 5 %}")));
        assertThat(failure.failure().code()).isEqualTo("service-not-ready");
    }

    private ServiceClient open(Map<String, String> functions) {
        return open(functions, Map.of());
    }

    private ServiceClient open(Map<String, String> functions, Map<String, String> helpers) {
        ObjectNode start = JSON.valueToTree(Map.of("functions", functions));
        return provider.open(new ClientStart("service", start, helpers));
    }

    private static Object call(ServiceClient client, String function, Map<String, Object> args) {
        CallContext context = new CallContext(System.nanoTime() + TimeUnit.HOURS.toNanos(1), Map.of());
        return client.function("entry", called(function))
                .call(args, context)
                .await()
                .indefinitely();
    }

    private static ClientException failure(ServiceClient client, String function) {
        return catchThrowableOfType(ClientException.class, () -> call(client, function, Map.of()));
    }

    private static ObjectNode called(String function) {
        return JSON.createObjectNode().put("function", function);
    }
}
