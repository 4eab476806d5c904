package dev.krakenflow.expression;

/** Tells expressions from literals among the strings of a definition. */
final class ExpressionText {

    private static final String OPENING = "{%";
    private static final String CLOSING = "%}";

    private ExpressionText() {}

    /** Whether the whole string, without white space around it, stands between the delimiters. */
    static boolean isWhole(String text) {
        String stripped = text.strip();
        return stripped.length() >= OPENING.length() + CLOSING.length()
                && stripped.startsWith(OPENING)
                && stripped.endsWith(CLOSING);
    }

    /** What stands between the delimiters of a whole expression. */
    static String source(String whole) {
        String stripped = whole.strip();
        return stripped.substring(OPENING.length(), stripped.length() - CLOSING.length());
    }

    /** Whether a delimiter occurs anywhere. */
    static boolean hasDelimiter(String text) {
        return text.contains(OPENING) || text.contains(CLOSING);
    }

    /** How to write a string that has expressions in parts of it, as one expression. */
    static String whole(String partial) {
        StringBuilder whole = new StringBuilder();
        int position = 0;
        for (int opening = partial.indexOf(OPENING); opening >= 0; opening = partial.indexOf(OPENING, position)) {
            int closing = partial.indexOf(CLOSING, opening + OPENING.length());
            String inner = closing < 0
                    ? ""
                    : partial.substring(opening + OPENING.length(), closing).strip();
            if (inner.isEmpty()) {
                return "{% \"/users/\" & id %}";
            }
            append(whole, quoted(partial.substring(position, opening)));
            append(whole, inner);
            position = closing + CLOSING.length();
        }
        append(whole, quoted(partial.substring(position)));
        return position == 0 ? "{% \"/users/\" & id %}" : "{% " + whole + " %}";
    }

    private static String quoted(String literal) {
        return literal.isEmpty() ? "" : '"' + literal.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void append(StringBuilder whole, String part) {
        whole.append(whole.isEmpty() || part.isEmpty() ? "" : " & ").append(part);
    }
}
