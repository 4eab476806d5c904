package dev.krakenflow.function.http;

import org.jspecify.annotations.Nullable;

/**
 * Any JSON value as the input or the output of a Funqy function, whose binding knows Jackson only. Numbers stay exact. How it is
 * read and written says {@link JsonBounds}: annotations would cost the start some milliseconds.
 *
 * @param value a JSON value of {@code dev.krakenflow.json}; null: nothing
 */
public record JsonValue(@Nullable Object value) {}
