package dev.krakenflow.function.pipeline;

import dev.krakenflow.failure.FailureCode;
import dev.krakenflow.function.http.RequestException;
import java.util.Map;

/** Finds the pipeline that the type of an event leads to. */
final class EventTypes {

    private static final String TYPE = "type";
    private static final int SHOWN = 80;

    private EventTypes() {}

    /**
     * The pipeline of an event.
     *
     * @param routes type → pipeline
     * @throws RequestException {@code invalid-event}, {@code no-type} or {@code no-route-for-type}
     */
    static String pipeline(Object event, Map<String, String> routes) {
        if (!(event instanceof Map<?, ?> object)) {
            throw RequestException.of(FailureCode.INVALID_EVENT, "an event must be an object");
        }
        Object type = object.get(TYPE);
        if (type == null) {
            throw RequestException.of(FailureCode.NO_TYPE, "an event that is called by its type needs \"type\"");
        }
        if (!(type instanceof String text)) {
            throw RequestException.of(FailureCode.NO_ROUTE_FOR_TYPE, "the type of an event is a string");
        }
        String pipeline = routes.get(text);
        if (pipeline == null) {
            throw RequestException.of(
                    FailureCode.NO_ROUTE_FOR_TYPE,
                    "no route leads from the type \"" + shown(text) + "\" to a pipeline");
        }
        return pipeline;
    }

    private static String shown(String type) {
        return type.length() <= SHOWN ? type : type.substring(0, SHOWN) + "…";
    }
}
