package dev.krakenflow.compiler;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A helper library as plans hold it.
 *
 * @param name the library's name
 * @param functions function → source without delimiters, in the order written; they see each other
 */
public record HelperLibrary(String name, Map<String, String> functions) {
    public HelperLibrary {
        requireNonNull(name);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }
}
