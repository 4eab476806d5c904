package dev.krakenflow.cast;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Writes {@link CastMessage}s; the JSON text of an event goes in as it is. */
final class CastMessageWriter {

    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private CastMessageWriter() {}

    static byte[] write(CastMessage message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("cast", VERSION);
            json.writeStringField("pipeline", message.pipeline());
            json.writeArrayFieldStart("events");
            for (CastEvent event : message.events()) {
                write(event, json);
            }
            json.writeEndArray();
            write(message.tracing(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void write(CastEvent event, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("reference", event.reference());
        json.writeFieldName("event");
        json.writeRawValue(new String(event.json(), UTF_8));
        if (event.key() != null) {
            json.writeStringField("key", event.key());
        }
        json.writeEndObject();
    }

    private static void write(Map<String, String> tracing, JsonGenerator json) throws IOException {
        if (tracing.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("tracing");
        // In one order, so that equal deliveries are equal bytes.
        for (Map.Entry<String, String> header : new TreeMap<>(tracing).entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
    }
}
