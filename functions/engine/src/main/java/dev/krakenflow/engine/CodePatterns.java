package dev.krakenflow.engine;

import dev.krakenflow.failure.Failure;
import java.util.List;
import java.util.Set;

/**
 * The failures that a definition means: exact codes, {@code http.4xx} and {@code http.5xx} for all statuses of that class,
 * {@code *} for every failure.
 */
record CodePatterns(Set<String> patterns) {
    private static final String ALL = "*";
    private static final String HTTP = "http.";
    private static final int LENGTH = "http.404".length();

    CodePatterns {
        patterns = Set.copyOf(patterns);
    }

    static CodePatterns of(List<String> patterns) {
        return new CodePatterns(Set.copyOf(patterns));
    }

    boolean match(Failure failure) {
        String code = failure.code();
        return patterns.contains(code) || patterns.contains(ALL) || patterns.contains(classOf(code));
    }

    /** {@code http.4xx} of {@code http.404}; the code itself where it has no class. */
    private static String classOf(String code) {
        return code.length() == LENGTH && code.startsWith(HTTP) ? code.substring(0, HTTP.length() + 1) + "xx" : code;
    }
}
