package dev.krakenflow.cast;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * One delivery of a queue that is elsewhere, as that queue carries it: the JSON object
 *
 * <pre>{"cast": 1, "pipeline": "orders", "events": [{"reference": "…", "event": {…}, "key": "…"}], "tracing": {…}}</pre>
 *
 * where {@code key} and {@code tracing} may be missing. {@code 1} is the version of this form.
 *
 * @param pipeline that runs the events
 * @param events at least one; several run one after another as one invocation. How the queue knows them is not carried
 * @param tracing headers of the W3C trace context of the caller; may be empty
 */
public record CastMessage(String pipeline, List<CastEvent> events, Map<String, String> tracing) {

    /** The largest that is read, in bytes: more than any queue carries. */
    public static final int MAX_BYTES = 6 * 1024 * 1024;

    public CastMessage {
        requireNonNull(pipeline);
        events = List.copyOf(events);
        tracing = Map.copyOf(tracing);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one event");
        }
    }

    /**
     * Reads a message.
     *
     * @param json UTF-8; the events in it are not looked into, only that they are JSON values
     * @throws MalformedCastException when it is none
     */
    public static CastMessage read(byte[] json) {
        return CastMessageReader.read(json);
    }

    /** The message as JSON in UTF-8. */
    public byte[] write() {
        return CastMessageWriter.write(this);
    }

    /** The references of the events, in their order. */
    public List<String> references() {
        return events.stream().map(CastEvent::reference).toList();
    }

    /** The same delivery with some of its events. */
    public CastMessage with(List<CastEvent> some) {
        return new CastMessage(pipeline, some, tracing);
    }
}
