package dev.krakenflow.function.pipeline.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.Answer;
import dev.krakenflow.function.pipeline.TriggeredOutcome;
import io.cloudevents.jackson.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyWriterTest {

    private final ReplyWriter writer =
            new ReplyWriter(new JsonFormat(), InstantSource.fixed(Instant.parse("2026-02-03T04:05:06.789123Z")));

    @Test
    void attributesAreHeadersBesideTheData() {
        Answer answer = writer.binary(ReplyEvent.of(new TriggeredOutcome.Done("orders", Map.of("x", 1)), "cause"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsOnlyKeys(
                        "content-type", "ce-specversion", "ce-id", "ce-source", "ce-type", "ce-time", "ce-causationid")
                .containsEntry("content-type", "application/json")
                .containsEntry("ce-source", "/pipelines/orders")
                .containsEntry("ce-time", "2026-02-03T04:05:06.789Z")
                .containsEntry("ce-causationid", "cause");
        assertThat(answer.body()).isEqualTo(Map.of("x", 1));
    }

    @Test
    void aFailureSaysWhenToComeAgain() {
        ReplyEvent busy = ReplyEvent.of(
                new TriggeredOutcome.Failed(null, Failure.of(FailureCode.OVERLOADED, "too many events")), "cause");

        assertThat(writer.binary(busy).status()).isEqualTo(503);
        assertThat(writer.binary(busy).headers()).containsKey("retry-after");
        assertThat(writer.structured(busy).headers())
                .containsKey("retry-after")
                .containsEntry("content-type", "application/cloudevents+json");
    }

    @Test
    void aBatchHoldsWhatCameOut() {
        ReplyEvent nothing = ReplyEvent.of(new TriggeredOutcome.Done("orders", null), "1");
        ReplyEvent some = ReplyEvent.of(new TriggeredOutcome.Done("orders", List.of(Map.of(), Map.of())), "2");

        Answer answer = writer.batch(List.of(nothing, some, nothing, some));

        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                .startsWith("[{")
                .endsWith("}]")
                .contains("\"causationid\":\"2\"", "\"data\":[{},{}]")
                .doesNotContain("\"causationid\":\"1\"");
        assertThat(answer.headers()).doesNotContainKey("kraken-failed");
        assertThat(writer.batch(List.of()).bytes()).asString().isEqualTo("[]");
    }
}
