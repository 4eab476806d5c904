package dev.krakenflow.function.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.krakenflow.json.JsonReader;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Lets the mapper that Funqy reads bodies with take whatever the front door has let through, as a value of ours. */
@Singleton
public final class JsonBounds implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        JsonFactory factory = mapper.getFactory();
        factory.setStreamReadConstraints(factory.streamReadConstraints()
                .rebuild()
                .maxNumberLength(JsonReader.MAX_NUMBER_LENGTH)
                .maxNameLength(Integer.MAX_VALUE)
                .build());
        mapper.registerModule(new SimpleModule()
                .addSerializer(JsonValue.class, new JsonValueSerializer())
                .addDeserializer(JsonValue.class, new JsonValueDeserializer()));
    }
}
