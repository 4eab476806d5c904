package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import dev.krakenflow.failure.Upstream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code $error}: the problem's members, but {@code status}, {@code headers} and {@code body} are those
 * of the service's answer where there was one.
 */
final class ErrorVariable {

    private ErrorVariable() {}

    static Map<String, Object> of(Failure failure) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code());
        error.put("type", failure.type());
        error.put("title", failure.title());
        error.put("detail", failure.detail());
        putAnswer(error, failure);
        putPlace(error, failure.place());
        if (failure.attempts() > 0) {
            error.put("attempts", failure.attempts());
        }
        failure.members().forEach(error::putIfAbsent);
        return error;
    }

    private static void putAnswer(Map<String, Object> error, Failure failure) {
        Upstream upstream = failure.upstream();
        if (upstream == null) {
            error.put("status", failure.status());
            return;
        }
        error.put("status", upstream.status());
        error.put("headers", upstream.headers());
        put(error, "body", upstream.body());
    }

    private static void putPlace(Map<String, Object> error, FailurePlace place) {
        put(error, "pipeline", place.pipeline());
        put(error, "component", place.component());
        put(error, "instance", place.instance());
        put(error, "step", place.step());
        put(error, "service", place.service());
        put(error, "function", place.function());
        put(error, "event_id", place.eventId());
    }

    private static void put(Map<String, Object> error, String name, @Nullable Object value) {
        if (value != null) {
            error.put(name, value);
        }
    }
}
