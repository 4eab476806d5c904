package dev.krakenflow.compiler;

import dev.krakenflow.expression.Scope;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The helpers that the expressions of one place can call.
 *
 * @param libraries their libraries, in the order in which they were named
 * @param functions function → source without delimiters
 */
record VisibleHelpers(List<String> libraries, Map<String, String> functions) {
    static final VisibleHelpers NONE = new VisibleHelpers(List.of(), Map.of());

    VisibleHelpers {
        libraries = List.copyOf(libraries);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    /** What an expression may name that sees these helpers and these variables. */
    Scope scope(Set<String> variables) {
        return new Scope(variables, functions);
    }
}
