package dev.krakenflow.engine;

import static dev.krakenflow.engine.testing.EngineBench.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.engine.client.ClientException;
import dev.krakenflow.engine.testing.EngineBench;
import dev.krakenflow.engine.testing.ScriptedPlan;
import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.json.JsonWriter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HiddenSecretsTest {

    private static final RunOptions DEBUG = new RunOptions(true, Long.MAX_VALUE, Map.of(), Map.of());

    private final EngineBench bench = new EngineBench();
    private final ScriptedPlan plan =
            ScriptedPlan.of("{service: 's.f', transform: {got: '{% $ %}'}}").service("{}");

    @BeforeEach
    void giveASecret() {
        bench.secrets.add("s3cr3tvalue");
    }

    @Test
    void areNotInAHistoryButInTheResult() {
        bench.clients.answers("f", event("{echo: {'x-t': ['Bearer s3cr3tvalue']}}"));
        Outcome outcome = bench.run(plan, "{}", DEBUG);
        assertThat(JsonWriter.write(outcome.history())).contains("Bearer ***").doesNotContain("s3cr3tvalue");
        assertThat(JsonWriter.write(EngineBench.completed(outcome))).contains("Bearer s3cr3tvalue");
    }

    @Test
    void areNotInAFailure() {
        Failure failure = Failure.of(FailureCode.COMMUNICATION, "no answer of s3cr3tvalue");
        bench.clients.fails("f", ClientException.inCall(failure, null));
        assertThat(bench.failure(plan, "{}").detail()).isEqualTo("no answer of ***");
    }
}
