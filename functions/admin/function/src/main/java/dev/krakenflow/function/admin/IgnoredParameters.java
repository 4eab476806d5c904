package dev.krakenflow.function.admin;

import dev.krakenflow.function.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query parameters that Kraken has and that mean nothing here. */
final class IgnoredParameters {

    static final List<String> NAMES = List.of("sync", "telemetry");

    private IgnoredParameters() {}

    /** The answer with a warning for each of them that was given, where an answer can have warnings. */
    static Object warn(Request request, Object answer) {
        List<String> given = NAMES.stream().filter(request.query()::contains).toList();
        if (given.isEmpty() || !(answer instanceof Map<?, ?> map) || !map.containsKey("ok")) {
            return answer;
        }
        List<Object> warnings = new ArrayList<>(map.get("warnings") instanceof List<?> others ? others : List.of());
        for (String name : given) {
            Map<String, Object> warning = new LinkedHashMap<>();
            warning.put("code", "kraken-only");
            warning.put("pointer", "");
            warning.put("message", "the query parameter " + name + " means nothing here");
            warnings.add(warning);
        }
        Map<String, Object> warned = new LinkedHashMap<>();
        map.forEach((key, value) -> warned.put(String.valueOf(key), value));
        warned.put("warnings", warnings);
        return warned;
    }
}
