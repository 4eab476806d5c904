package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.Request;
import dev.krakenflow.function.http.RequestException;
import dev.krakenflow.json.JsonNull;
import dev.krakenflow.json.JsonWriter;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.format.EventDeserializationException;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads events. Attributes are read by the SDK, data by our own reader, because its numbers must stay exact and what it may
 * be is bounded. Thread-safe.
 */
final class EventReader {

    /** What data without any is, as a body without any is at the address of a trigger. */
    private static final Map<String, Object> NO_DATA = Map.of();

    private static final String DATA = "data";
    private static final String BYTES = "data_base64";

    private final EventFormat format;

    EventReader(EventFormat format) {
        this.format = format;
    }

    /**
     * The event of a request in binary mode.
     *
     * @throws RequestException {@code invalid-request}, or as {@link JsonBody} refuses its data
     */
    ReceivedEvent binary(Request request) {
        CloudEvent attributes =
                understood(() -> HttpMessageFactory.createReader(request.headers()::forEach, new byte[0])
                        .toEvent());
        return new ReceivedEvent(attributes, data(attributes, request.body()));
    }

    /**
     * The event that a body is.
     *
     * @throws RequestException {@code malformed-json}, {@code invalid-request}, {@code unsupported-media-type}
     */
    ReceivedEvent structured(byte[] body) {
        return element(JsonBody.read((String) null, body));
    }

    /**
     * The elements of a body, to be read one by one.
     *
     * @throws RequestException {@code malformed-json}, {@code invalid-request}
     */
    List<?> batch(byte[] body) {
        if (JsonBody.read((String) null, body) instanceof List<?> elements) {
            return elements;
        }
        throw RequestException.invalid("a batch is a list of CloudEvents");
    }

    /**
     * The event that a JSON value is.
     *
     * @throws RequestException {@code invalid-request}, {@code unsupported-media-type}
     */
    ReceivedEvent element(Object value) {
        if (!(value instanceof Map<?, ?> members)) {
            throw RequestException.invalid("a CloudEvent is a JSON object");
        }
        Map<String, Object> envelope = attributes(members);
        Object data = members.get(DATA);
        if (data != null && envelope.containsKey(BYTES)) {
            throw RequestException.invalid("a CloudEvent has data or " + BYTES + ", not both");
        }
        CloudEvent attributes = understood(() -> format.deserialize(JsonWriter.writeBytes(envelope)));
        if (data != null) {
            return new ReceivedEvent(attributes, json(attributes, data));
        }
        byte[] bytes = attributes.getData() == null
                ? new byte[0]
                : attributes.getData().toBytes();
        return new ReceivedEvent(attributes, data(attributes, bytes));
    }

    /** The members but for data. Null is what an attribute is that is not there; the SDK would take it for a text. */
    private static Map<String, Object> attributes(Map<?, ?> members) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        members.forEach((name, member) -> {
            if (!name.equals(DATA) && member != JsonNull.VALUE) {
                attributes.put(String.valueOf(name), member);
            }
        });
        return attributes;
    }

    private static Object json(CloudEvent attributes, Object data) {
        String type = attributes.getDataContentType();
        if (type != null && !JsonBody.isJson(JsonBody.mediaType(type))) {
            throw RequestException.of(
                    FailureCode.UNSUPPORTED_MEDIA_TYPE, "send JSON as data, with the datacontenttype application/json");
        }
        return data;
    }

    private static Object data(CloudEvent attributes, byte[] bytes) {
        return bytes.length == 0 ? NO_DATA : JsonBody.read(attributes.getDataContentType(), bytes);
    }

    /** What the SDK says of a bad event holds what was sent, so it is told in other words. */
    private static CloudEvent understood(Supplier<@Nullable CloudEvent> reading) {
        CloudEvent event;
        try {
            event = reading.get();
        } catch (CloudEventRWException
                | EventDeserializationException
                | IllegalStateException
                | IllegalArgumentException bad) {
            throw none();
        }
        if (event == null || event.getSpecVersion() != SpecVersion.V1 || lacksName(event)) {
            throw none();
        }
        return event;
    }

    /** The SDK takes what is empty, the specification does not. */
    private static boolean lacksName(CloudEvent event) {
        return event.getId().isEmpty()
                || event.getType().isEmpty()
                || event.getSource().toString().isEmpty();
    }

    private static RequestException none() {
        return RequestException.invalid("no CloudEvent 1.0: it has specversion \"1.0\", id, source and type, none of"
                + " them empty; source and dataschema are URI references, time is a timestamp of RFC 3339, names of"
                + " extensions are small letters and digits");
    }
}
