package dev.krakenflow.expression;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an expression may name: variables that are bound when it is evaluated (without {@code $}), and functions
 * written in JSONata that are bound when it is compiled.
 *
 * @param variables names such as {@code event}, {@code context}, {@code error}
 * @param functions name → source of a JSONata function, without delimiters; they see each other
 */
public record Scope(Set<String> variables, Map<String, String> functions) {
    public Scope {
        variables = Set.copyOf(variables);
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }

    public static Scope of(String... variables) {
        return new Scope(Set.of(variables), Map.of());
    }
}
