package dev.krakenflow.function.pipeline;

import dev.krakenflow.engine.CallIdentity;
import dev.krakenflow.function.http.RequestException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A call as a message: <code>{"pipeline"?, "event" or "events", "debug"?}</code>.
 *
 * @param pipeline its name; null: the types of the events lead to it
 * @param call what is called for
 */
record CallMessage(@Nullable String pipeline, Call call) {

    private static final Set<String> KEYS = Set.of("pipeline", "event", "events", "debug");

    /**
     * The call that a JSON value means.
     *
     * @throws RequestException {@code invalid-request} when it means none
     */
    static CallMessage read(@Nullable Object message) {
        if (!(message instanceof Map<?, ?> map)) {
            throw RequestException.invalid("send an object with \"event\" or \"events\", and \"pipeline\"");
        }
        if (!KEYS.containsAll(map.keySet())) {
            throw RequestException.invalid("the keys are " + new TreeSet<>(KEYS));
        }
        return new CallMessage(
                pipeline(map), new Call(body(map), debug(map), Budget.OPEN, Map.of(), null, CallIdentity.NONE));
    }

    private static @Nullable String pipeline(Map<?, ?> message) {
        Object pipeline = message.get("pipeline");
        if (pipeline == null || pipeline instanceof String) {
            return (String) pipeline;
        }
        throw RequestException.invalid("\"pipeline\" must name the pipeline");
    }

    private static Object body(Map<?, ?> message) {
        Object event = message.get("event");
        Object events = message.get("events");
        if (event != null && events == null && !(event instanceof List<?>)) {
            return event;
        }
        if (event == null && events instanceof List<?>) {
            return events;
        }
        throw RequestException.invalid("send either \"event\", an object, or \"events\", a list of objects");
    }

    private static boolean debug(Map<?, ?> message) {
        Object debug = message.get("debug");
        if (debug == null || debug instanceof Boolean) {
            return Boolean.TRUE.equals(debug);
        }
        throw RequestException.invalid("\"debug\" must be true or false");
    }
}
