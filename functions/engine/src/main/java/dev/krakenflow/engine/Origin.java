package dev.krakenflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where expressions and calls come from, as {@code $context} and failures tell it. */
interface Origin {

    /** The pipeline's name; null for direct calls of a service. */
    @Nullable String pipeline();

    /** The event's id; null for direct calls of a service. */
    @Nullable String eventId();

    /** The value of {@code $context.trigger}, if there is one. */
    @Nullable Map<String, Object> trigger();
}
