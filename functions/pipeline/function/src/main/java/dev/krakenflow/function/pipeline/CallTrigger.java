package dev.krakenflow.function.pipeline;

import static java.util.Objects.requireNonNull;

import dev.krakenflow.function.http.Request;
import io.vertx.core.MultiMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The value of {@code $context.trigger} for a run that came over HTTP: what a definition may know of the request. */
final class CallTrigger {

    private static final String PATH_PARAMETERS = "path_params";
    private static final String QUERY = "query";
    private static final Set<String> SECRET = Set.of("authorization", "cookie", "proxy-authorization");

    private CallTrigger() {}

    /**
     * Header names are in lower case, those that carry secrets left out; query parameters given twice are lists.
     *
     * @param parameters of the path, by name
     * @param shown names of headers that are not left out although they carry secrets
     */
    static Map<String, Object> of(Request request, Map<String, Object> parameters, Set<String> shown) {
        Map<String, Object> trigger = new LinkedHashMap<>();
        trigger.put("method", request.method());
        trigger.put("path", request.path());
        trigger.put(PATH_PARAMETERS, parameters);
        trigger.put(QUERY, query(request.query()));
        trigger.put("headers", headers(request.headers(), shown));
        return trigger;
    }

    /** The part of the value that must be the same when a call comes again: without it an event does not say all. */
    static Map<String, Object> address(Map<String, Object> trigger) {
        Map<?, ?> parameters = (Map<?, ?>) requireNonNull(trigger.get(PATH_PARAMETERS));
        Map<?, ?> query = (Map<?, ?>) requireNonNull(trigger.get(QUERY));
        return parameters.isEmpty() && query.isEmpty() ? Map.of() : Map.of(PATH_PARAMETERS, parameters, QUERY, query);
    }

    private static Map<String, Object> query(MultiMap query) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : query.names()) {
            List<String> all = query.getAll(name);
            values.put(name, all.size() == 1 ? all.get(0) : List.copyOf(all));
        }
        return values;
    }

    private static Map<String, Object> headers(MultiMap headers, Set<String> shown) {
        Map<String, Object> values = new LinkedHashMap<>();
        headers.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!SECRET.contains(lower) || shown.contains(lower)) {
                values.merge(lower, value, (first, next) -> first + ", " + next);
            }
        });
        return values;
    }
}
