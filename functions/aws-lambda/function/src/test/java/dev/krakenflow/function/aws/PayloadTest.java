package dev.krakenflow.function.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PayloadTest {

    @Test
    void each_trigger_is_known_by_the_shape_of_its_payload() {
        assertThat(Payload.of(Map.of("requestContext", Map.of("http", Map.of()))))
                .isInstanceOf(Payload.Http.class);
        assertThat(Payload.of(Map.of("Records", List.of(Map.of("eventSource", "aws:sqs")))))
                .isInstanceOf(Payload.Messages.class);
        assertThat(Payload.of(Map.of("Records", List.of(Map.of("EventSource", "aws:sns")))))
                .isInstanceOf(Payload.Notifications.class);
        assertThat(Payload.of(Map.of("detail-type", "t", "source", "s", "detail", Map.of())))
                .isInstanceOf(Payload.BusEvent.class);
        assertThat(Payload.of(Map.of("event", Map.of()))).isInstanceOf(Payload.Direct.class);
        assertThat(Payload.of(Map.of("operation", "export"))).isInstanceOf(Payload.Direct.class);
    }

    @Test
    void what_is_none_of_them_is_refused_with_what_was_seen_by_name_alone() {
        assertThatThrownBy(() -> Payload.of(Map.of("greeting", "secret")))
                .isInstanceOf(UnknownPayloadException.class)
                .hasMessageContaining("its keys are greeting")
                .hasMessageContaining("known are")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Payload.of("text")).hasMessageContaining("no JSON object");
        assertThatThrownBy(() -> Payload.of(Map.of("Records", List.of()))).hasMessageContaining("its keys are Records");
    }

    @Test
    void records_of_something_else_are_refused_with_their_source() {
        assertThatThrownBy(() -> Payload.of(Map.of("Records", List.of(Map.of("eventSource", "aws:kinesis")))))
                .hasMessageContaining("aws:kinesis");
        assertThatThrownBy(() -> Payload.of(Map.of("Records", List.of(1)))).hasMessageContaining("no objects");
    }

    @Test
    void a_requests_of_payload_format_one_is_no_request() {
        assertThatThrownBy(() -> Payload.of(Map.of("httpMethod", "GET", "requestContext", Map.of())))
                .hasMessageContaining("payload format 2.0");
    }

    @Test
    void many_and_long_names_are_cut() {
        Map<String, Integer> keys =
                IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> "k".repeat(200) + i, i -> i));

        assertThatThrownBy(() -> Payload.of(keys))
                .satisfies(refused -> assertThat(refused.getMessage().length()).isLessThan(2_000))
                .hasMessageContaining("and 80 more");
    }
}
