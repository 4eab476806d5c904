package dev.krakenflow.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The table of routes as it was written.
 *
 * @param pipelines an event's type → the pipeline that takes it, which need not be defined; in the order written
 */
public record Routes(Map<String, String> pipelines) {
    public Routes {
        pipelines = Collections.unmodifiableMap(new LinkedHashMap<>(pipelines));
    }
}
