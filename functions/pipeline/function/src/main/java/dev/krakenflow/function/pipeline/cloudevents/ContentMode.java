package dev.krakenflow.function.pipeline.cloudevents;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.JsonBody;
import dev.krakenflow.function.http.RequestException;
import io.vertx.core.MultiMap;

/** How an event stands in a request. Its answer stands in the response in the same way. */
enum ContentMode {
    /** The attributes are headers, the data is the body. */
    BINARY,
    /** The body is the event. */
    STRUCTURED,
    /** The body is a list of events. */
    BATCHED;

    static final String EVENT = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String FORMATS = "application/cloudevents";

    /**
     * The mode of a request.
     *
     * @throws RequestException {@code invalid-request} when it is no event, {@code unsupported-media-type} when it is one in
     *     another format than JSON
     */
    static ContentMode of(MultiMap headers) {
        String type = headers.get("content-type");
        String mediaType = type == null ? "" : JsonBody.mediaType(type);
        if (mediaType.startsWith(FORMATS)) {
            return structured(mediaType);
        }
        if (headers.contains("ce-specversion")) {
            return BINARY;
        }
        throw RequestException.invalid(
                "send a CloudEvent: with its attributes in headers such as ce-specversion, or as " + EVENT);
    }

    private static ContentMode structured(String mediaType) {
        return switch (mediaType) {
            case EVENT -> STRUCTURED;
            case BATCH -> BATCHED;
            default ->
                throw RequestException.of(
                        FailureCode.UNSUPPORTED_MEDIA_TYPE, "send CloudEvents as " + EVENT + " or " + BATCH);
        };
    }
}
