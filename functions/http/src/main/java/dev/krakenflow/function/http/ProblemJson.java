package dev.krakenflow.function.http;

import dev.krakenflow.failure.Failure;
import dev.krakenflow.failure.FailurePlace;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A failure as a problem document of RFC 9457. */
public final class ProblemJson {

    /** The media type of a problem that is the whole answer. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemJson() {}

    /** The problem as a JSON object; what is not known is left out, what the service answered never appears. */
    public static Map<String, Object> of(Failure failure) {
        FailurePlace place = failure.place();
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", failure.type());
        problem.put("title", failure.title());
        problem.put("status", failure.status());
        problem.put("detail", failure.detail());
        put(problem, "instance", place.instance());
        problem.put("code", failure.code());
        put(problem, "pipeline", place.pipeline());
        put(problem, "component", place.component());
        put(problem, "step", place.step());
        put(problem, "service", place.service());
        put(problem, "function", place.function());
        put(problem, "attempts", failure.attempts() > 0 ? failure.attempts() : null);
        put(problem, "event_id", place.eventId());
        failure.members().forEach(problem::putIfAbsent);
        return problem;
    }

    private static void put(Map<String, Object> problem, String name, @Nullable Object value) {
        if (value != null) {
            problem.put(name, value);
        }
    }
}
