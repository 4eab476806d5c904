package dev.krakenflow.function.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonReader;

/** Reads what the front door has found to be JSON within its bounds. */
public final class JsonValueDeserializer extends JsonDeserializer<JsonValue> {

    @Override
    public JsonValue deserialize(JsonParser parser, DeserializationContext context) {
        return new JsonValue(JsonReader.read(parser));
    }

    @Override
    public JsonValue getNullValue(DeserializationContext context) {
        return new JsonValue(JsonNull.VALUE);
    }
}
