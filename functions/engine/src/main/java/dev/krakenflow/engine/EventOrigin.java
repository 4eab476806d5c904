package dev.krakenflow.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event in one pipeline of its run. Immutable, because expressions keep {@code $context} in events. */
record EventOrigin(String pipeline, EventId id, @Nullable Map<String, Object> trigger) implements Origin {

    @Override
    public String eventId() {
        return id.text();
    }
}
