package dev.krakenflow.engine;

import org.jspecify.annotations.Nullable;

/** The id of one event, made when somebody first asks for it. Thread-safe. */
public final class EventId {
    private final EventIds ids;
    private @Nullable String text;

    EventId(EventIds ids) {
        this.ids = ids;
    }

    /** A UUID in the usual text form. */
    public synchronized String text() {
        if (text == null) {
            text = ids.next();
        }
        return text;
    }
}
