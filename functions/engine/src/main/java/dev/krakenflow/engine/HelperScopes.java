package dev.krakenflow.engine;

import dev.krakenflow.expression.Scope;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the expressions of one plan may name: one scope for all that have the same variables and helper libraries. */
final class HelperScopes {
    private final Map<String, Map<String, String>> libraries;
    private final Map<Set<String>, Map<String, String>> functions = new HashMap<>();
    private final Map<Scope, Scope> scopes = new HashMap<>();

    /** @param libraries library → function → source; what a plan names and does not have has no functions */
    HelperScopes(Map<String, Map<String, String>> libraries) {
        this.libraries = libraries;
    }

    /** The functions of some libraries together. */
    Map<String, String> functions(List<String> helpers) {
        return helpers.isEmpty()
                ? Map.of()
                : functions.computeIfAbsent(Set.copyOf(helpers), names -> together(helpers));
    }

    Scope scope(List<String> helpers, String... variables) {
        Scope scope = new Scope(Set.of(variables), functions(helpers));
        return scopes.computeIfAbsent(scope, same -> same);
    }

    private Map<String, String> together(List<String> helpers) {
        Map<String, String> all = new LinkedHashMap<>();
        helpers.forEach(name -> all.putAll(libraries.getOrDefault(name, Map.of())));
        return Collections.unmodifiableMap(all);
    }
}
