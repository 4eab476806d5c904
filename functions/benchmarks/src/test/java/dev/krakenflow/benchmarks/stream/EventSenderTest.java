package dev.krakenflow.benchmarks.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EventSenderTest {

    @Test
    void sendsSoManyEventsInTheirForm() throws IOException {
        assertThat(new ObjectMapper().readTree(sent(EventForm.LIST))).hasSize(1_000);
        try (MappingIterator<JsonNode> lines =
                new ObjectMapper().readerFor(JsonNode.class).readValues(sent(EventForm.LINES))) {
            List<JsonNode> events = lines.readAll();
            assertThat(events).hasSize(1_000);
            assertThat(events.get(999).get("n").asInt()).isEqualTo(999);
        }
    }

    /** The body, which must be as long as the sender says. */
    private static byte[] sent(EventForm form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n".getBytes(US_ASCII));
        EventSender sender = new EventSender(out, form, 1_000, true);
        sender.run();
        byte[] body = new ChunkedInput(new ByteArrayInputStream(out.toByteArray())).readAllBytes();
        assertThat(sender.accepted()).isEqualTo(body.length).isGreaterThan(190_000);
        return body;
    }
}
