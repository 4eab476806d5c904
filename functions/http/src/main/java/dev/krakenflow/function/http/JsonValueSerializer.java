package dev.krakenflow.function.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.krakenflow.json.JsonWriter;
import java.io.IOException;

/** Writes a value as every answer is written. */
public final class JsonValueSerializer extends JsonSerializer<JsonValue> {

    @Override
    public void serialize(JsonValue value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (value.value() == null) {
            generator.writeNull();
        } else {
            generator.writeRawValue(JsonWriter.write(value.value()));
        }
    }
}
