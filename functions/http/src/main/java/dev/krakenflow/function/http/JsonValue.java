package dev.krakenflow.function.http;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.jspecify.annotations.Nullable;

/**
 * Any JSON value as the input or the output of a Funqy function, whose binding knows Jackson only. Numbers stay exact.
 *
 * @param value a JSON value of {@code dev.krakenflow.json}; null: nothing
 */
@JsonDeserialize(using = JsonValueDeserializer.class)
@JsonSerialize(using = JsonValueSerializer.class)
public record JsonValue(@Nullable Object value) {}
