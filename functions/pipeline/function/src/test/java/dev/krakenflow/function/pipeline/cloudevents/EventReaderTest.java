package dev.krakenflow.function.pipeline.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.function.pipeline.Budget;
import dev.krakenflow.function.pipeline.TriggeredEvent;
import dev.krakenflow.json.JsonReader;
import io.cloudevents.jackson.JsonFormat;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final EventReader reader = new EventReader(new JsonFormat());

    @Test
    void readsAttributesOfEveryKind() {
        ReceivedEvent event =
                structured("'subject': 's', 'time': '2026-02-03T04:05:06.5+01:00', 'on': true, 'count': 7,"
                        + " 'at': 'x', 'data': {'x': 1}");

        assertThat(event.triggered(Map.of(), Budget.OPEN))
                .isEqualTo(new TriggeredEvent(
                        null,
                        "t",
                        Map.of("x", 1),
                        Map.of(
                                "cloudevent",
                                Map.of(
                                        "id", "a",
                                        "source", "/s",
                                        "type", "t",
                                        "subject", "s",
                                        "time", "2026-02-03T04:05:06.5+01:00",
                                        "extensions", Map.of("on", true, "count", 7, "at", "x"))),
                        Map.of(),
                        Budget.OPEN));
    }

    @Test
    void headersInAnyCaseAreAttributes() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .set("CE-SpecVersion", "1.0")
                .set("Ce-Id", "a")
                .set("ce-source", "/s")
                .set("ce-type", "t")
                .set("ce-region", "eu")
                .set("cache-control", "none");

        ReceivedEvent event = reader.binary(request(headers, "{\"x\": 1}"));

        assertThat(event.data()).isEqualTo(Map.of("x", 1));
        assertThat(event.attributes().getExtensionNames()).containsExactly("region");
    }

    @Test
    void dataMayBeBytes() {
        assertThat(structured("'data_base64': 'eyJ4IjogMX0='").data()).isEqualTo(Map.of("x", 1));
        assertThatThrownBy(() -> structured("'datacontenttype': 'text/plain', 'data_base64': 'eA=='"))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("unsupported-media-type");
        assertThatThrownBy(() -> structured("'data_base64': 'eyJ4Ijog'"))
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("malformed-json");
    }

    @Test
    void dataThatIsMissingIsAnEmptyObjectAndNullIsNone() {
        assertThat(structured("'subject': 's'").data()).isEqualTo(Map.of());
        assertThat(structured("'data': null").data()).isNotEqualTo(Map.of());
    }

    @Test
    void attributesThatAreNullAreNotThere() {
        ReceivedEvent event = structured("'subject': null, 'region': null, 'data_base64': null, 'data': {'x': 1}");

        assertThat(event.data()).isEqualTo(Map.of("x", 1));
        assertThat(event.attributes().getSubject()).isNull();
        assertThat(event.attributes().getExtensionNames()).isEmpty();
    }

    @Test
    void whatIsNotOfItsTypeIsRefused() {
        for (String value : List.of("5", "{}", "[]", "true", "1e400")) {
            for (String attribute : List.of("subject", "time", "dataschema", "datacontenttype", "data_base64")) {
                assertThatThrownBy(() -> structured("'" + attribute + "': " + value))
                        .as("%s %s", attribute, value)
                        .isInstanceOf(RequestException.class);
            }
        }
    }

    @Test
    void traceHeadersAreNearerThanTraceExtensions() {
        ReceivedEvent event = structured("'traceparent': '" + TRACE + "'");

        assertThat(event.triggered(Map.of(), Budget.OPEN).tracing()).isEqualTo(Map.of("traceparent", TRACE));
        assertThat(event.triggered(Map.of("traceparent", "nearer"), Budget.OPEN).tracing())
                .isEqualTo(Map.of("traceparent", "nearer"));
    }

    @Test
    void whatIsRefusedIsNotRepeated() {
        assertThatThrownBy(() -> structured("'time': 'secret'"))
                .isInstanceOf(RequestException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> structured("'deep': {'a': 'secret'}, 'time': 5"))
                .isInstanceOf(RequestException.class)
                .hasMessageNotContaining("secret");
    }

    private ReceivedEvent structured(String more) {
        String json = "{'specversion': '1.0', 'id': 'a', 'source': '/s', 'type': 't', " + more + "}";
        return reader.element(JsonReader.read(json.replace('\'', '"')));
    }

    private static Request request(MultiMap headers, String body) {
        return new Request(
                "POST",
                "/events",
                Map.of(),
                MultiMap.caseInsensitiveMultiMap(),
                headers,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
