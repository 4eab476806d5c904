package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.client.CallContext;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedFailures;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiedCallTest {
    private static final String FUNCTION = "{idempotency_key: '{% id %}', retry: {}, error: {e: 1}}";
    private final EngineBench bench = new EngineBench();
    private final ScriptedPlan plan =
            ScriptedPlan.of("{service: 's.f', transform: {r: '{% $ %}'}}").service(FUNCTION);

    @ParameterizedTest
    @CsvSource({"'\"o-1\"', o-1", "7, 7", "1.50, 1.5", "true, true"})
    void givesTheClientTheKeyAsText(String id, String key) {
        bench.clients.answers("f", event("{}"));
        bench.result(plan, "{id: " + id + "}");
        assertThat(bench.clients.contexts)
                .extracting(CallContext::idempotencyKey)
                .containsExactly(key);
    }

    @Test
    void keepsTheKeyOverAllAttempts() {
        bench.clients.fails("f", ScriptedFailures.http(503));
        ScriptedPlan drawn =
                ScriptedPlan.of("{service: 's.f'}").service("{idempotency_key: '{% $string($random()) %}', retry: {}}");
        bench.start(drawn, "{}");
        bench.scheduler.pass(Duration.ofSeconds(1));
        assertThat(bench.clients.contexts).hasSize(3);
        assertThat(bench.clients.contexts)
                .extracting(CallContext::idempotencyKey)
                .containsOnly(bench.clients.contexts.get(0).idempotencyKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{id: null}", "{id: {}}", "{id: [1]}", "{id: ''}", "{id: ' '}"})
    void failsWhenThereIsNoKey(String args) {
        Failure failure = bench.failure(plan, args);
        assertThat(failure.code()).isEqualTo("expression");
        assertThat(failure.place().step()).isEqualTo("idempotency_key");
        assertThat(failure.detail()).startsWith("idempotency_key: must give ");
        assertThat(failure.attempts()).isZero();
        assertThat(bench.clients.calls).isEmpty();
    }

    @Test
    void failsWhenTheKeyIsTooLong() {
        assertThat(bench.failure(plan, "{id: '" + "k".repeat(256) + "'}").code())
                .isEqualTo("expression");
        bench.clients.answers("f", event("{}"));
        bench.result(plan, "{id: '" + "k".repeat(255) + "'}");
        assertThat(bench.clients.calls).hasSize(1);
    }

    @Test
    void hasNoKeyWithoutOne() {
        bench.clients.answers("f", event("{}"));
        bench.result(ScriptedPlan.of("{service: 's.f'}").service("{}"), "{}");
        assertThat(bench.clients.contexts.get(0).idempotencyKey()).isNull();
    }
}
