package dev.krakenflow.expression.syntax;

/** Finds where a regular expression ends: at the first slash that is neither escaped nor within brackets. */
final class RegexScanner {

    private final String source;

    RegexScanner(String source) {
        this.source = source;
    }

    /** @param opening offset of the slash that begins it */
    int closingSlash(int opening) {
        int depth = 0;
        for (int i = opening + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '/' && depth == 0) {
                if (i == opening + 1) {
                    throw new SyntaxException("expected a regular expression between the slashes", opening);
                }
                return i;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
        }
        throw new SyntaxException("expected / behind the regular expression", opening);
    }
}
