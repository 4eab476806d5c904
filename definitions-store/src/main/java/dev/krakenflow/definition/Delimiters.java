package dev.krakenflow.definition;

/** The delimiters of expressions, for places where none can stand. */
final class Delimiters {
    private Delimiters() {}

    static boolean in(String text) {
        return text.contains("{%") || text.contains("%}");
    }
}
