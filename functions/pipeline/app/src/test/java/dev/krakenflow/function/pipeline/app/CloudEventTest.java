package dev.krakenflow.function.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.krakenflow.store.DefinitionStore;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The SDK of CloudEvents is the client. */
@QuarkusTest
class CloudEventTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Both modes of one event. */
    enum Mode {
        BINARY("application/json"),
        STRUCTURED("application/cloudevents+json");

        private final String answered;

        Mode(String answered) {
            this.answered = answered;
        }

        HttpResponse<byte[]> send(EventClient client, CloudEvent event) {
            return switch (this) {
                case BINARY -> client.binary(event);
                case STRUCTURED -> client.structured(event);
            };
        }
    }

    @Inject
    DefinitionStore store;

    @TestHTTPResource("/events")
    URI address;

    private EventClient client;

    @BeforeEach
    void store() {
        client = new EventClient(address);
        StoredPipelines pipelines = new StoredPipelines(store);
        pipelines.doubling("ce-double", true);
        pipelines.ending("ce-end");
        pipelines.raising("ce-refuse", 409);
        pipelines.triggered("ce-tell", true);
        pipelines.identifying(
                "ce-identify", "{% $context.trigger.cloudevent.source & ' ' & $context.trigger.cloudevent.id %}");
        pipelines.routes(Map.of(
                "com.shop.double", "ce-double",
                "com.shop.end", "ce-end",
                "com.shop.refuse", "ce-refuse",
                "com.shop.tell", "ce-tell",
                "com.shop.identify", "ce-identify"));
    }

    @ParameterizedTest
    @EnumSource
    void answersAnEventWithTheResultInTheModeInWhichItCame(Mode mode) {
        HttpResponse<byte[]> response = send(mode, "com.shop.double", "{\"x\": 2}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue(mode.answered);
        CloudEvent result = EventClient.event(response);
        assertThat(result.getType()).isEqualTo("dev.krakenflow.result");
        assertThat(result.getSource()).hasToString("/pipelines/ce-double");
        assertThat(result.getId()).isNotEqualTo("e1");
        assertThat(result.getTime()).isNotNull();
        assertThat(result.getDataContentType()).isEqualTo("application/json");
        assertThat(result.getExtension("causationid")).isEqualTo("e1");
        assertThat(EventClient.data(result)).isEqualTo("{\"x\":2,\"y\":4}");
    }

    @ParameterizedTest
    @EnumSource
    void answersNothingWhereNoEventComesOut(Mode mode) {
        HttpResponse<byte[]> response = send(mode, "com.shop.end", "{}");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().map()).doesNotContainKey("ce-id");
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void answersAFailureWithItsStatusAndItsProblem(Mode mode) throws IOException {
        HttpResponse<byte[]> response = send(mode, "com.shop.refuse", "{}");

        assertThat(response.statusCode()).isEqualTo(409);
        CloudEvent problem = EventClient.event(response);
        assertThat(problem.getType()).isEqualTo("dev.krakenflow.problem");
        assertThat(problem.getSource()).hasToString("/pipelines/ce-refuse");
        assertThat(problem.getDataContentType()).isEqualTo("application/problem+json");
        assertThat(problem.getExtension("causationid")).isEqualTo("e1");
        assertThat(json(problem).get("code").asText()).isEqualTo("sold-out");
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatLeadsToNoPipelineOrIsNoObject(Mode mode) throws IOException {
        HttpResponse<byte[]> nowhere = send(mode, "com.shop.nowhere", "{}");
        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(EventClient.event(nowhere).getSource()).hasToString("/events");
        assertThat(json(EventClient.event(nowhere)).get("code").asText()).isEqualTo("no-route-for-type");

        HttpResponse<byte[]> list = send(mode, "com.shop.double", "[{\"x\": 2}]");
        assertThat(list.statusCode()).isEqualTo(422);
        assertThat(json(EventClient.event(list)).get("code").asText()).isEqualTo("invalid-event");
    }

    @ParameterizedTest
    @EnumSource
    void numbersStayExact(Mode mode) {
        String exact =
                "{\"big\":123456789012345678901234567890,\"x\":1,\"small\":0.1000000000000000055511151231257827}";

        HttpResponse<byte[]> response = send(mode, "com.shop.double", exact);

        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains("123456789012345678901234567890", "0.1000000000000000055511151231257827");
    }

    @ParameterizedTest
    @EnumSource
    void anEventWithoutDataIsAnEmptyObject(Mode mode) {
        CloudEvent bare = CloudEventBuilder.v1()
                .withId("e1")
                .withType("com.shop.tell")
                .withSource(URI.create("/shops/7"))
                .build();

        HttpResponse<byte[]> response = mode.send(client, bare);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void aPipelineSeesTheAttributes(Mode mode) throws IOException {
        CloudEvent event = EventClient.event("e1", "com.shop.tell", "{}")
                .withSubject("orders/5")
                .withTime(OffsetDateTime.parse("2026-02-03T04:05:06Z"))
                .withExtension("region", "eu")
                .build();

        JsonNode shown = json(EventClient.event(mode.send(client, event))).at("/t/cloudevent");

        assertThat(shown.toString())
                .isEqualTo("{\"id\":\"e1\",\"source\":\"/shops/7\",\"type\":\"com.shop.tell\",\"subject\":\"orders/5\","
                        + "\"time\":\"2026-02-03T04:05:06Z\",\"extensions\":{\"region\":\"eu\"}}");
    }

    @Test
    void aPipelineCanKnowAnEventAgainByItsId() {
        List<String> answers = List.of("same", "same", "other").stream()
                .map(id -> client.binary(
                        EventClient.event(id, "com.shop.identify", "{}").build()))
                .map(response -> EventClient.data(EventClient.event(response)))
                .toList();

        assertThat(answers.get(1)).isEqualTo(answers.get(0));
        assertThat(answers.get(2)).isNotEqualTo(answers.get(0));
    }

    @Test
    void answersABatchWithABatch() throws IOException {
        HttpResponse<byte[]> response = client.batched(
                EventClient.event("a", "com.shop.double", "{\"x\": 1}").build(),
                EventClient.event("b", "com.shop.end", "{}").build(),
                EventClient.event("c", "com.shop.nowhere", "{}").build(),
                EventClient.event("d", "com.shop.double", "{\"x\": 4}").build());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).hasValue("application/cloudevents-batch+json");
        assertThat(response.headers().firstValue("kraken-failed")).hasValue("1");
        List<CloudEvent> events = EventClient.events(response);
        assertThat(events).extracting(it -> it.getExtension("causationid")).containsExactly("a", "c", "d");
        assertThat(events)
                .extracting(CloudEvent::getType)
                .containsExactly("dev.krakenflow.result", "dev.krakenflow.problem", "dev.krakenflow.result");
        assertThat(json(events.get(2)).get("y").asInt()).isEqualTo(8);
    }

    @Test
    void whatIsNoEventIsRefusedInItsPlace() throws IOException {
        String batch = "[{\"specversion\": \"1.0\", \"id\": \"a\"}, 5, {\"specversion\": \"1.0\", \"id\": \"c\","
                + " \"source\": \"/s\", \"type\": \"com.shop.double\", \"data\": {\"x\": 3}}]";

        HttpResponse<byte[]> response =
                client.send("application/cloudevents-batch+json", batch.getBytes(StandardCharsets.UTF_8));

        List<CloudEvent> events = EventClient.events(response);
        assertThat(events).hasSize(3);
        assertThat(json(events.get(0)).get("code").asText()).isEqualTo("invalid-request");
        assertThat(json(events.get(1)).get("code").asText()).isEqualTo("invalid-request");
        assertThat(json(events.get(2)).get("y").asInt()).isEqualTo(6);
        assertThat(EventClient.events(
                        client.send("application/cloudevents-batch+json", "[]".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    private HttpResponse<byte[]> send(Mode mode, String type, String data) {
        return mode.send(client, EventClient.event("e1", type, data).build());
    }

    private static JsonNode json(CloudEvent event) throws IOException {
        return JSON.readTree(event.getData().toBytes());
    }
}
