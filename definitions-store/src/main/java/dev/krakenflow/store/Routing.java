package dev.krakenflow.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which pipeline takes what, read at once.
 *
 * @param position taken before the rest was read, so that a check from here misses nothing
 * @param routes an event's type → pipeline
 * @param triggers a trigger's shape ({@code "GET /orders/{}"}) → pipeline, of stopped pipelines too
 */
public record Routing(Position position, Map<String, String> routes, Map<String, String> triggers) {
    public Routing {
        requireNonNull(position);
        routes = Map.copyOf(routes);
        triggers = Map.copyOf(triggers);
    }

    /** The definition of {@link RecordKey#ROUTES} as a table. */
    public static Map<String, String> routes(JsonNode definition) {
        Map<String, String> routes = new LinkedHashMap<>();
        definition
                .properties()
                .forEach(route -> routes.put(route.getKey(), route.getValue().asText()));
        return routes;
    }
}
