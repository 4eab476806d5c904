package dev.krakenflow.function.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.krakenflow.json.JsonReader;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The mapper that Funqy reads bodies with: it takes whatever the front door has let through, as a value of ours. It stands in
 * for the one of Quarkus, whose modules for types that nobody has here are a good part of what a start costs.
 */
@Singleton
public final class JsonBounds {

    @Produces
    @Singleton
    ObjectMapper mapper() {
        StreamReadConstraints bounds = StreamReadConstraints.builder()
                .maxNumberLength(JsonReader.MAX_NUMBER_LENGTH)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
        JsonFactory factory =
                JsonFactory.builder().streamReadConstraints(bounds).build();
        return new ObjectMapper(factory)
                .registerModule(new SimpleModule()
                        .addSerializer(JsonValue.class, new JsonValueSerializer())
                        .addDeserializer(JsonValue.class, new JsonValueDeserializer()));
    }
}
